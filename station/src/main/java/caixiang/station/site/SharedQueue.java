package caixiang.station.site;

import caixiang.station.crash.CrashPoint;
import caixiang.station.store.Database;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Notices;
import caixiang.station.store.QueueEntries;
import caixiang.station.store.Reserve;
import caixiang.station.store.Session;
import caixiang.station.store.SessionChanges;
import caixiang.station.store.SessionCopy;
import caixiang.station.store.Sessions;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.Stations;
import caixiang.station.store.StoreException;
import caixiang.station.store.SyncState;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/**
 * The queue that the stations of a site share. A change is committed in the shared database and copied from there into
 * the station's own, together with whatever others have changed since the last copy; screens and presses read there.
 */
@CheckReturnValue
public final class SharedQueue implements Queue {
    private final SharedDatabase shared;
    private final Database own;
    private final Session session;
    private final ThisStation station;

    public SharedQueue(SharedDatabase shared, Database own, Session session, ThisStation station) {
        this.shared = shared;
        this.own = own;
        this.session = session;
        this.station = station;
    }

    private record Done<T>(T result, SessionChanges changes) {}

    @Override
    public <T> CompletionStage<T> commit(QueueWork<T> work) {
        return copied().thenCompose(revision -> shared.write(handle -> change(handle, revision, work)))
                .thenApply(CrashPoint.CHANGE_AT_SITE::passed)
                .thenCompose(done -> own.write(handle -> {
                    if (new SyncState(handle).isOffline()) {
                        // Whoever makes the change again does so here; what the site has of it the merge finds.
                        throw new StoreException(
                                StoreException.Fault.UNREACHABLE,
                                "this station went offline before the site's answer came");
                    }
                    new SessionCopy(handle, session.id()).apply(done.changes(), clock().instant());
                    return done.result();
                }));
    }

    /** Copies what other stations have changed. True when that was anything. */
    public CompletionStage<Boolean> copy() {
        return copied().thenCompose(revision ->
                        shared.read(handle -> new SessionCopy(handle, session.id()).since(revision, station.name())))
                .thenCompose(changes ->
                        own.write(handle -> new SessionCopy(handle, session.id()).apply(changes, clock().instant())));
    }

    private CompletionStage<Long> copied() {
        return own.read(
                handle -> new SessionCopy(handle, session.id()).revision().orElseThrow());
    }

    private <T> Done<T> change(Handle handle, long copied, QueueWork<T> work) throws Exception {
        long revision = new Sessions(handle).change(session.id());
        if (!new Stations(handle).isHeld(station.name(), station.instanceId())) {
            throw new StoreException(
                    StoreException.Fault.FAILED,
                    "another computer now works as station " + station.name()
                            + "; start this one with another station.name");
        }
        List<JournalEntry> entries = new ArrayList<>();
        T result = work.run(handle, entries::add);
        if (new Sessions(handle).lastNumber(session.id()) > Reserve.MAIN_SERIES_MAX) {
            throw new StoreException(
                    StoreException.Fault.FAILED,
                    "session " + session.id() + " has used its numbers up to " + Reserve.MAIN_SERIES_MAX
                            + "; set another session.id at every station of this site");
        }
        new QueueEntries(handle, session.id()).save(revision, station.name(), entries);
        Notices.tell(handle, "queue");
        return new Done<>(result, new SessionCopy(handle, session.id()).since(copied, station.name()));
    }

    @Override
    public String station() {
        return station.name();
    }

    @Override
    public boolean callsAtOnce() {
        return station.hasCamera();
    }

    @Override
    public Clock clock() {
        return own.clock();
    }
}
