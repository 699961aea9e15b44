package caixiang.station;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Follows a station's events, so that a test asks again when something changed and not all the time. */
final class News implements WebSocket.Listener {
    private static final long LONGEST_SECONDS = 5;

    private final Semaphore unread = new Semaphore(0);

    private News() {}

    static News follow(HttpClient client, URI console) {
        var news = new News();
        URI events = URI.create("ws://" + console.getAuthority() + "/api/events");
        var unused = client.newWebSocketBuilder().buildAsync(events, news).join();
        return news;
    }

    /** Returns when something has changed, or after a few seconds all the same: what is awaited may be older. */
    void await() throws InterruptedException {
        if (unread.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            unread.drainPermits();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        unread.release();
        socket.request(1);
        return CompletableFuture.completedFuture(null);
    }
}
