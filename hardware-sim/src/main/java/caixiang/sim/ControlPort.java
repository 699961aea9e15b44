package caixiang.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulator's own HTTP port on the loopback interface, for tests and for a person at a browser: what it can do
 * stands in {@link ControlRoutes}. Everything that goes wrong is answered as {@code {"error": "what to do"}}.
 */
final class ControlPort implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ControlPort.class);

    /** The longest request body in bytes; a long fault script fits. */
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int THREADS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers;
    private final List<ControlRoute> routes;

    private ControlPort(HttpServer server, List<ControlRoute> routes) {
        this.server = server;
        this.routes = List.copyOf(routes);
        this.workers = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "control-port");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts listening; 0 takes any free port. */
    static ControlPort start(int port, List<ControlRoute> routes) throws IOException {
        // Without it, a small answer waits 40 ms for the acknowledgement of its header.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        ControlPort control = new ControlPort(server, routes);
        server.createContext("/", control::handle);
        server.setExecutor(control.workers);
        server.start();
        return control;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, reply(exchange));
        } catch (RuntimeException e) {
            log.error("{} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            throw e;
        }
    }

    private ControlReply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean pathIsKnown = false;
        for (ControlRoute route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (matcher.matches()) {
                pathIsKnown = true;
                if (route.method().equals(exchange.getRequestMethod())) {
                    return answer(route, matcher, exchange);
                }
            }
        }
        return pathIsKnown
                ? ControlReply.error(405, exchange.getRequestMethod() + " is not for " + path)
                : ControlReply.error(404, "there is no " + path + " here; GET / shows what there is");
    }

    private static ControlReply answer(ControlRoute route, Matcher path, HttpExchange exchange) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(BODY_BYTES_MAX + 1);
        }
        if (body.length > BODY_BYTES_MAX) {
            return ControlReply.error(413, "a body may have at most " + BODY_BYTES_MAX + " bytes");
        }
        try {
            JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            return route.action().answer(path, json);
        } catch (JsonProcessingException e) {
            return ControlReply.error(400, "the body is no JSON: " + e.getOriginalMessage());
        } catch (UsageException e) {
            return ControlReply.error(400, e.problem());
        }
    }

    private static void send(HttpExchange exchange, ControlReply reply) throws IOException {
        Map<String, String> headers = Map.of("Content-Type", reply.contentType(), "Cache-Control", "no-store");
        headers.forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
