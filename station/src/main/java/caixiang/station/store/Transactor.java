package caixiang.station.store;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/**
 * A database, whichever it is: the station's own, or the one a site shares. May be used from any thread; stages complete
 * on the database's threads, with the result, with a {@link StoreException}, or with what the work threw.
 */
@CheckReturnValue
public interface Transactor {
    /** One transaction. It is on the database's disk before the stage completes. */
    <T> CompletionStage<T> write(Work<T> work);

    /** Reads, with what has been committed so far. The handle cannot write. */
    <T> CompletionStage<T> read(Work<T> work);

    /** The station's clock. */
    Clock clock();
}
