package caixiang.station.site;

import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/**
 * The one way to change a session's people and sittings. Changes happen one after the other, whichever station makes
 * them, so each may look first and write then. May be used from any thread; stages complete on a database's threads.
 */
@CheckReturnValue
public interface Queue {
    /**
     * Makes one change, whole or not at all. When the stage completes, the station's own database shows it.
     *
     * <p>Fails with {@link caixiang.station.store.StoreException}, or with what the work threw; with fault
     * {@code UNREACHABLE} nobody knows whether the change was made.
     */
    <T> CompletionStage<T> commit(QueueWork<T> work);

    /** The name of this station. */
    String station();

    /** Whether somebody who checks in here while nobody is before this station is called at once. */
    boolean callsAtOnce();

    Clock clock();
}
