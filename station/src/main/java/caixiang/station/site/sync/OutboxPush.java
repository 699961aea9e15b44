package caixiang.station.site.sync;

import caixiang.station.crash.CrashPoint;
import caixiang.station.store.Database;
import caixiang.station.store.StoreException;
import caixiang.station.store.StoreException.Fault;
import caixiang.station.store.Transactor;
import caixiang.station.store.Waiting;
import caixiang.station.store.sync.Outbox;
import caixiang.station.store.sync.Replicas;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox to the site, oldest first, in batches small enough that neither the store thread nor the
 * site's other stations notice them. Confined to the thread {@code site-sync}.
 */
final class OutboxPush {
    private static final Logger log = LoggerFactory.getLogger(OutboxPush.class);
    static final int BATCH_ROWS = 200;

    private final Database own;
    private final Transactor site;
    private final String station;

    OutboxPush(Database own, Transactor site, String station) {
        this.own = own;
        this.site = site;
        this.station = station;
    }

    private record Batch(List<Outbox.Entry> entries, Replicas rows) {}

    /**
     * Sends one batch.
     *
     * @return whether there was anything to send
     * @throws StoreException with fault {@code UNREACHABLE} when it is not known whether it arrived; it will go again
     */
    boolean send() throws StoreException {
        Batch batch = Waiting.forResult(own.read(handle -> {
            List<Outbox.Entry> entries = new Outbox(handle).oldest(BATCH_ROWS);
            return new Batch(entries, Replicas.read(handle, entries, station));
        }));
        if (batch.entries().isEmpty()) {
            return false;
        }
        try {
            deliver(batch);
        } catch (StoreException e) {
            if (e.fault() != Fault.FAILED) {
                throw e;
            }
            log.warn(
                    "a batch of {} rows was not taken by the site; sending each alone",
                    batch.entries().size(),
                    e);
            sendEach(batch.entries());
        }
        return true;
    }

    private void deliver(Batch batch) throws StoreException {
        Waiting.forResult(site.write(handle -> {
            batch.rows().write(handle);
            return true;
        }));
        CrashPoint.ROWS_AT_SITE.passed();
        Waiting.forResult(own.write(handle -> {
            new Outbox(handle).arrived(batch.entries());
            return true;
        }));
        CrashPoint.ROWS_NOTED.passed();
    }

    /** One row that the site does not take must not keep back all those behind it. */
    private void sendEach(List<Outbox.Entry> entries) throws StoreException {
        for (Outbox.Entry entry : entries) {
            List<Outbox.Entry> alone = List.of(entry);
            try {
                deliver(new Batch(alone, Waiting.forResult(own.read(handle -> Replicas.read(handle, alone, station)))));
            } catch (StoreException e) {
                if (e.fault() != Fault.FAILED) {
                    throw e;
                }
                log.error("row {} {} is not taken by the site", entry.table(), entry.key(), e);
                Waiting.forResult(own.write(handle -> {
                    new Outbox(handle).refuse(entry, String.valueOf(e.getMessage()));
                    return true;
                }));
            }
        }
    }
}
