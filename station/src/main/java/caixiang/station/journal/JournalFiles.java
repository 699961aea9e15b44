package caixiang.station.journal;

import caixiang.station.store.Backlog;
import caixiang.station.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the journal in files too, in one folder or two: what a commit has added is written and synced right after it, on
 * the thread {@code journal-file}. After a start or a failure the files are brought up to the database. May be used from
 * any thread.
 */
public final class JournalFiles implements AutoCloseable {
    /** The name of the folder beside the second copies of frames. */
    public static final String FOLDER = "journal";

    private final ThreadPoolExecutor thread;
    private final List<JournalCopy> copies;
    private final List<Backlog> backlogs;

    /** Begins with nothing; {@link #wake} makes it look. */
    public JournalFiles(List<JournalPlace> places, String station, Database database, String sessionId) {
        thread =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(places.size() * 2), task -> {
                    Thread made = new Thread(task, "journal-file");
                    made.setDaemon(true);
                    return made;
                });
        copies = places.stream()
                .map(place -> new JournalCopy(new JournalFolder(place, station), database, sessionId))
                .toList();
        backlogs = copies.stream()
                .map(copy -> new Backlog("journal-file", thread, copy::continueFile))
                .toList();
    }

    /** There are new rows, or may be. Returns at once. */
    public void wake() {
        backlogs.forEach(Backlog::wake);
    }

    /** Folders that could not be written at the last attempt. */
    public int broken() {
        return (int) copies.stream().filter(JournalCopy::isBroken).count();
    }

    /** Finishes what is being written; the rest is written at the next start. */
    @Override
    public void close() throws InterruptedException {
        backlogs.forEach(Backlog::close);
        thread.shutdown();
        if (!thread.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
            thread.shutdownNow();
        }
    }

    private static final Duration CLOSE = Duration.ofSeconds(3);
}
