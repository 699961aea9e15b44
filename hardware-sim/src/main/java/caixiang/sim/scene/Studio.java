package caixiang.sim.scene;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A studio with one stool: whoever was seated last is on the next frame. That frame is drawn ahead, as soon as somebody
 * sits and after each exposure; an exposure that comes too early just takes longer. Safe for use by several threads.
 */
public final class Studio implements Scene, AutoCloseable {
    /** Drawing and encoding take about a second; far above that something is broken. */
    private static final int DEVELOP_SECONDS_MAX = 60;

    private final Darkroom darkroom;
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "darkroom");
                thread.setDaemon(true);
                return thread;
            });
    private Sitter sitter = Sitter.NOBODY;
    private long nextNonce = 1;
    private FutureTask<Jpeg> ahead;

    public Studio() {
        this(Resolution.FULL);
    }

    public Studio(Resolution resolution) {
        darkroom = new Darkroom(resolution);
        ahead = print();
    }

    /** Seats somebody in place of whoever sat there. */
    public synchronized void seat(Sitter newSitter) {
        if (!ahead.isDone()) {
            ahead.cancel(false);
            worker.remove(ahead);
        }
        sitter = newSitter;
        ahead = print();
    }

    public synchronized Sitter sitter() {
        return sitter;
    }

    @Override
    public synchronized LatentImage expose(ExposureData data) {
        FutureTask<Jpeg> exposed = ahead;
        Sitter exposedSitter = sitter;
        long nonce = nextNonce++;
        ahead = print();
        return () -> develop(exposed, new SceneCode(exposedSitter.key(), nonce), data);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    /** Begins to print the next frame of the present sitter. The queue holds at most that and exposures under way. */
    private FutureTask<Jpeg> print() {
        Sitter subject = sitter;
        long nonce = nextNonce;
        FutureTask<Jpeg> task = new FutureTask<>(() -> darkroom.print(subject, nonce));
        worker.execute(task);
        return task;
    }

    private static Frame develop(FutureTask<Jpeg> print, SceneCode code, ExposureData data) throws IOException {
        try {
            Jpeg plain = print.get(DEVELOP_SECONDS_MAX, TimeUnit.SECONDS);
            return new Frame(code.nonce(), code.sitterKey(), ExifSegment.insert(plain, data, code.text()));
        } catch (ExecutionException e) {
            throw new IOException("frame " + code.nonce() + " could not be drawn", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("frame " + code.nonce() + " took too long to draw", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while frame " + code.nonce() + " was drawn", e);
        }
    }
}
