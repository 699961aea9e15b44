package caixiang.station.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What consoles are told over the WebSocket. */
@Timeout(60)
class EventsIT {
    @TempDir
    Path folder;

    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        station = new TestStation(folder);
    }

    @AfterEach
    void stop() throws Exception {
        station.close();
    }

    @Test
    void aFiledFrameIsAnnouncedByItsId() throws Exception {
        var console = new Console();
        open(console);
        station.checkIn("20260001", "request-1");
        console.await(new JsonObject().put("type", "state"));
        String frameId = TestStation.json(station.press("press-0001")).getString("frameId");
        console.await(new JsonObject().put("type", "frame").put("id", frameId));
    }

    @Test
    void aFrameThatNobodyOwnsIsAnnouncedAsTheTray() throws Exception {
        var console = new Console();
        open(console);
        station.camera.pressBody();
        console.await(new JsonObject().put("type", "tray"));
    }

    @Test
    void anotherPageCannotListen() {
        var refused = assertThrows(
                CompletionException.class,
                () -> station.client()
                        .newWebSocketBuilder()
                        .header("Origin", "http://evil.example")
                        .buildAsync(events(), new Console())
                        .join());
        assertTrue(refused.getCause() instanceof WebSocketHandshakeException, refused.toString());
    }

    @Test
    void aConsoleTooManyIsRefusedAndTheOthersStay() throws Exception {
        var first = new Console();
        List<WebSocket> open = new ArrayList<>(List.of(open(first)));
        for (int i = 1; i < Events.CLIENTS_MAX; i++) {
            open.add(open(new Console()));
        }
        assertThrows(CompletionException.class, () -> open(new Console()));
        station.events.trayChanged();
        first.await(new JsonObject().put("type", "tray"));
        open.get(1).sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        // Its place is free once the station has heard of it.
        while (!tryOpen()) {
            Thread.onSpinWait();
        }
    }

    /** A console that stopped reading must neither grow the station's memory nor believe that it knows everything. */
    @Test
    void aSlowReaderIsToldToAskForEverythingAgain() throws Exception {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(64 * 1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), station.address.getPort()));
            socket.setSoTimeout(20_000);
            upgrade(socket);
            var fast = new Console();
            open(fast);
            // Together more than the kernel's own buffers hold; each time no more than a reader's queue in the station.
            String padding = "x".repeat(6_000);
            for (int i = 0; i < 3_000; i++) {
                station.events.frameChanged(i + padding);
                fast.await(new JsonObject().put("type", "frame").put("id", i + padding));
            }
            String read = readUntil("resync", socket.getInputStream());
            assertFalse(read.contains("2998" + padding), "everything was queued for a reader that did not read");
        }
    }

    @Test
    void aConsoleIsToldWhenTheStationStops() throws Exception {
        var console = new Console();
        open(console);
        station.close();
        assertEquals(1001, console.closed.get(10, TimeUnit.SECONDS));
        station = new TestStation(folder.resolve("another"));
    }

    private boolean tryOpen() {
        try {
            open(new Console());
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private WebSocket open(Console console) {
        return station.client()
                .newWebSocketBuilder()
                .buildAsync(events(), console)
                .join();
    }

    private URI events() {
        return URI.create("ws://127.0.0.1:" + station.address.getPort() + "/api/events");
    }

    private static String readUntil(String word, InputStream in) throws IOException {
        var read = new ByteArrayOutputStream();
        byte[] some = new byte[65_536];
        String tail = "";
        while (!tail.contains(word)) {
            int count = in.read(some);
            assertTrue(count > 0, "the connection ended without " + word);
            read.write(some, 0, count);
            tail = tail.substring(Math.max(0, tail.length() - word.length()))
                    + new String(some, 0, count, StandardCharsets.ISO_8859_1);
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    private void upgrade(Socket socket) throws Exception {
        String request = "GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:" + station.address.getPort()
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) in.read());
        }
        assertTrue(head.toString().startsWith("HTTP/1.1 101"), head.toString());
    }

    private static final class Console implements WebSocket.Listener {
        private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        void await(JsonObject wanted) throws InterruptedException {
            JsonObject message;
            do {
                message = messages.poll(20, TimeUnit.SECONDS);
                assertNotNull(message, "never told " + wanted);
            } while (!message.equals(wanted));
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                messages.add(new JsonObject(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedFuture(null);
        }
    }
}
