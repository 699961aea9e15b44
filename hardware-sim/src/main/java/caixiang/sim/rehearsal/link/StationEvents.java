package caixiang.sim.rehearsal.link;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Wakes whoever waits when the station says that something changed. What changed is asked for again over HTTP, so a
 * missed message costs a moment and nothing else. Safe for use by several threads.
 */
public final class StationEvents implements WebSocket.Listener, AutoCloseable {
    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

    private final Object lock = new Object();
    private long changes;
    private boolean isOver;

    private @Nullable WebSocket socket;

    /** Announces nothing until it is connected; whoever waits then looks again by itself. */
    public StationEvents() {}

    static StationEvents open(HttpClient client, URI address) throws RehearsalException, InterruptedException {
        URI socketAddress = URI.create(address.toString().replaceFirst("^http", "ws"));
        StationEvents events = new StationEvents();
        try {
            events.socket = client.newWebSocketBuilder()
                    .connectTimeout(CONNECT_DEADLINE)
                    .buildAsync(socketAddress, events)
                    .get(CONNECT_DEADLINE.toSeconds(), TimeUnit.SECONDS);
            return events;
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            throw new RehearsalException("cannot follow " + socketAddress + ": " + e, e);
        }
    }

    /** How many changes were announced so far; give it to {@link #awaitAfter}. */
    public long seen() {
        synchronized (lock) {
            return changes;
        }
    }

    public boolean isOver() {
        synchronized (lock) {
            return isOver;
        }
    }

    /** Returns when a change after {@code seen} was announced, when the station has gone, or after the time at most. */
    public void awaitAfter(long seen, Duration atMost) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            while (changes <= seen && !isOver) {
                long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
                if (leftMillis <= 0) {
                    return;
                }
                lock.wait(leftMillis);
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        synchronized (lock) {
            changes++;
            lock.notifyAll();
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        end();
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        end();
    }

    private void end() {
        synchronized (lock) {
            isOver = true;
            lock.notifyAll();
        }
    }

    @Override
    public void close() {
        end();
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }
}
