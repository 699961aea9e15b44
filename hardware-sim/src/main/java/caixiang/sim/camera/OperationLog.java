package caixiang.sim.camera;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The operations that came in, as proof of which path an initiator took. Safe for use by several threads.
 */
public final class OperationLog {
    /** Entries that are kept; the oldest is dropped for the next. */
    public static final int ENTRIES_MAX = 5_000;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** One operation request, and the response it got; 0 when it got none. */
    public record Entry(Instant at, int operation, List<Integer> parameters, int transactionId, int response) {
        public Entry {
            parameters = List.copyOf(parameters);
        }
    }

    synchronized void add(Entry entry) {
        entries.addLast(entry);
        if (entries.size() > ENTRIES_MAX) {
            entries.removeFirst();
        }
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
