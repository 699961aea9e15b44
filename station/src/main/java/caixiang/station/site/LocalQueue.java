package caixiang.station.site;

import caixiang.station.store.Database;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Sittings;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Clock;
import java.util.concurrent.CompletionStage;

/** The queue of a station that works alone: its own database. */
@CheckReturnValue
public final class LocalQueue implements Queue {
    private final Database database;
    private final Session session;
    private final String station;

    public LocalQueue(Database database, Session session, String station) {
        this.database = database;
        this.session = session;
        this.station = station;
    }

    /**
     * Lets whoever is current under another name wait again, first of all: this station has been given a new name, or
     * worked with others before. Nobody else would ever call them. Completes with how many they were.
     */
    public CompletionStage<Integer> start() {
        return commit((handle, journal) -> {
            Sittings sittings = new Sittings(handle, session.id());
            int givenBack = 0;
            for (String other : sittings.stationsWithSomebody()) {
                if (!other.equals(station)) {
                    int number = sittings.current(other).orElseThrow();
                    sittings.giveBack(number);
                    journal.accept(JournalEntry.of(clock().instant(), session.id(), "given-back")
                            .number(number)
                            .with("from", other));
                    givenBack++;
                }
            }
            return givenBack;
        });
    }

    @Override
    public <T> CompletionStage<T> commit(QueueWork<T> work) {
        return database.write(handle -> {
            new Sessions(handle).change(session.id());
            return work.run(handle, new Journal(handle)::append);
        });
    }

    @Override
    public String station() {
        return station;
    }

    @Override
    public boolean callsAtOnce() {
        return true;
    }

    @Override
    public Clock clock() {
        return database.clock();
    }
}
