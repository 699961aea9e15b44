package caixiang.station.site;

import caixiang.station.store.JournalEntry;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * One change to the queue, within one transaction. It may be run again when the first attempt was given up, so it changes
 * nothing but the database.
 */
@FunctionalInterface
public interface QueueWork<T> {
    /**
     * Makes the change.
     *
     * @param journal takes what this station's journal is to say of the change
     */
    @SuppressWarnings("ThrowsException") // The work is the caller's; its failures pass through unchanged.
    T run(Handle handle, Consumer<JournalEntry> journal) throws Exception;
}
