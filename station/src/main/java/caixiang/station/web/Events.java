package caixiang.station.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every open console what changed, never the data itself. Announcements come from any thread; everything else is
 * confined to the server's event loop. Nothing here grows: equal announcements that wait are one, a client that does not
 * read loses messages and is told to ask for everything again, and a client that does not answer pings is closed.
 */
public final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    static final int CLIENTS_MAX = 32;
    private static final int WAITING_MAX = 256;
    private static final int CLIENT_QUEUE_BYTES = 16 * 1024;
    private static final long PING_MILLIS = 20_000;
    private static final short GOING_AWAY = 1001;
    private static final String RESYNC = new JsonObject().put("type", "resync").encode();

    private final Vertx vertx;
    private final Context home;
    private final Map<ServerWebSocket, Client> clients = new HashMap<>();

    /** Guarded by itself; the only state other threads touch. */
    private final Set<String> waiting = new LinkedHashSet<>();

    private long pingTimer;

    /** @param home the event loop that the server runs on */
    public Events(Vertx vertx, Context home) {
        this.vertx = vertx;
        this.home = home;
    }

    /** Camera, printer, queue or counts are others than before. From any thread. */
    public void stateChanged() {
        announce(new JsonObject().put("type", "state"));
    }

    /** A frame was filed, or its portrait or sheets went on. From any thread. */
    public void frameChanged(String frameId) {
        announce(new JsonObject().put("type", "frame").put("id", frameId));
    }

    /** From any thread. */
    public void trayChanged() {
        announce(new JsonObject().put("type", "tray"));
    }

    Context home() {
        return home;
    }

    /** On the event loop. */
    void start() {
        pingTimer = vertx.setPeriodic(
                PING_MILLIS, timer -> List.copyOf(clients.values()).forEach(Client::ping));
    }

    /** On the event loop. */
    void stop() {
        vertx.cancelTimer(pingTimer);
        List.copyOf(clients.keySet()).forEach(socket -> socket.close(GOING_AWAY, "the station stops"));
    }

    /** The handler of the WebSocket's address. */
    void connect(RoutingContext context) {
        if (clients.size() >= CLIENTS_MAX) {
            context.fail(new Refusal(Problem.of(ProblemCode.OVERLOADED, "Too many consoles are open; close one.")));
            return;
        }
        if (!context.request().canUpgradeToWebSocket()) {
            context.fail(new Refusal(Problem.badRequest(426, "This address speaks WebSocket only.")));
            return;
        }
        context.request()
                .toWebSocket()
                .onSuccess(this::welcome)
                .onFailure(failure -> LOG.info("a WebSocket was not opened: {}", failure.toString()));
    }

    private void welcome(ServerWebSocket socket) {
        var client = new Client(socket);
        clients.put(socket, client);
        socket.setWriteQueueMaxSize(CLIENT_QUEUE_BYTES);
        socket.drainHandler(drained -> client.resume());
        socket.pongHandler(pong -> client.isAlive = true);
        socket.closeHandler(closed -> clients.remove(socket));
        socket.exceptionHandler(failure -> LOG.debug("a console was lost: {}", failure.toString()));
    }

    private void announce(JsonObject message) {
        boolean isFirst;
        synchronized (waiting) {
            isFirst = waiting.isEmpty();
            if (waiting.size() >= WAITING_MAX) {
                waiting.clear();
                waiting.add(RESYNC);
            } else {
                waiting.add(message.encode());
            }
        }
        if (isFirst) {
            home.runOnContext(now -> deliver());
        }
    }

    private void deliver() {
        List<String> messages;
        synchronized (waiting) {
            messages = List.copyOf(waiting);
            waiting.clear();
        }
        for (Client client : List.copyOf(clients.values())) {
            messages.forEach(client::tell);
        }
    }

    /** One open console. Confined to the event loop. */
    private static final class Client {
        private final ServerWebSocket socket;
        private boolean isAlive = true;
        private boolean hasMissed;

        Client(ServerWebSocket socket) {
            this.socket = socket;
        }

        void tell(String message) {
            if (hasMissed || socket.isClosed()) {
                return;
            }
            if (socket.writeQueueFull()) {
                hasMissed = true;
                return;
            }
            send(message);
        }

        void resume() {
            if (hasMissed) {
                hasMissed = false;
                send(RESYNC);
            }
        }

        void ping() {
            if (!isAlive) {
                socket.close();
                return;
            }
            isAlive = false;
            socket.writePing(Buffer.buffer()).onFailure(failure -> socket.close());
        }

        private void send(String message) {
            socket.writeTextMessage(message).onFailure(failure -> LOG.debug("not told: {}", failure.toString()));
        }
    }
}
