package caixiang.sim.rehearsal;

import caixiang.sim.rehearsal.verdict.Evidence;
import caixiang.sim.rehearsal.verdict.Evidence.Mark;
import caixiang.sim.rehearsal.verdict.FrameCodes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A station and a studio in one small server. It is honest unless a test bends one of its {@code public} records after
 * the shot. A "frame" is the line {@code CXSIM|key|nonce}.
 */
final class ScriptedStation implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern LINE = Pattern.compile("CXSIM\\|([^|]+)\\|([0-9]+)");

    /** What lies in the archive for each frame id. */
    final Map<String, String> originals = new LinkedHashMap<>();

    /** The facts of each frame as the API tells them. */
    final Map<String, ObjectNode> frames = new LinkedHashMap<>();

    final ArrayNode shots = MAPPER.createArrayNode();
    final ArrayNode tray = MAPPER.createArrayNode();

    /** Told after each honest capture, to lie about it. */
    Runnable afterCapture = () -> {};

    private final HttpServer server;
    private final Path printed;
    private final List<String> checkedIn = new ArrayList<>();
    private Optional<String> seated = Optional.empty();
    private int current;

    ScriptedStation(Path printed) throws IOException {
        this.printed = printed;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    ObjectNode frame(String id) {
        return Optional.ofNullable(frames.get(id)).orElseThrow();
    }

    String original(String id) {
        return Optional.ofNullable(originals.get(id)).orElseThrow();
    }

    static FrameCodes codes() {
        return bytes -> {
            Matcher matcher = LINE.matcher(new String(bytes, StandardCharsets.UTF_8));
            Optional<Mark> mark = matcher.matches()
                    ? Optional.of(new Mark(matcher.group(1), Long.parseLong(matcher.group(2))))
                    : Optional.empty();
            return new Evidence.Code(mark, mark);
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            JsonNode body = MAPPER.readTree(exchange.getRequestBody());
            byte[] answer = answer(request, body);
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private byte[] answer(String request, JsonNode body) throws IOException {
        String id = request.replaceFirst(".*/(frames|sheets)/([^/]+).*", "$2");
        if (request.endsWith("/original")) {
            return original(id).getBytes(StandardCharsets.UTF_8);
        }
        if (request.endsWith("/portrait") || request.endsWith("/pdf")) {
            return ("bytes of " + id).getBytes(StandardCharsets.UTF_8);
        }
        if (request.startsWith("GET /api/frames/")) {
            return json(frame(id));
        }
        return json(node(request, body));
    }

    private JsonNode node(String request, JsonNode body) {
        ObjectNode state = MAPPER.createObjectNode();
        switch (request) {
            case "GET /api/state" -> state.set("queue", queue());
            case "POST /api/queue/next" -> {
                current = current < checkedIn.size() ? current + 1 : 0;
                return queue();
            }
            case "POST /api/check-ins" -> {
                checkedIn.add(body.path("credential").asText());
                return sitting(checkedIn.size());
            }
            case "POST /api/captures" -> {
                state.put("frameId", shoot());
                afterCapture.run();
            }
            case "GET /api/tray" -> {
                return tray;
            }
            case "POST /seat" -> seated = Optional.of(body.path("key").asText());
            case "DELETE /seat" -> seated = Optional.empty();
            case "GET /shots" -> {
                return shots;
            }
            default -> state.set("frames", framesUnder(Integer.parseInt(request.replaceFirst(".*/", ""))));
        }
        return state;
    }

    private ObjectNode queue() {
        ObjectNode queue = MAPPER.createObjectNode();
        queue.putArray("waiting");
        if (current > 0) {
            queue.set("current", sitting(current));
        }
        return queue;
    }

    private ObjectNode sitting(int number) {
        ObjectNode sitting = MAPPER.createObjectNode().put("number", number);
        sitting.putObject("person")
                .put("studentNumber", checkedIn.get(number - 1))
                .put("maskedName", "样*子");
        return sitting;
    }

    private String shoot() {
        String id = "frame-" + (frames.size() + 1);
        int nonce = shots.size() + 1;
        String line = "CXSIM|" + seated.orElse("nobody") + "|" + nonce;
        String digest = sha256(line);
        shots.addObject()
                .put("nonce", nonce)
                .put("key", seated.orElse("nobody"))
                .put("sha256", digest);
        originals.put(id, line);
        ObjectNode frame = sitting(current)
                .put("frameId", id)
                .put("file", "archive/s/" + id + ".jpg")
                .put("sha256", digest)
                .put("portrait", "archive/s/" + id + "-portrait.jpg")
                .put("pressToFiledMillis", 700)
                .put("pressToSheetMillis", 1500);
        for (String template : List.of("4x2in", "8x1in")) {
            String sheet = id + "-" + template;
            frame.withArray("sheets")
                    .addObject()
                    .put("sheetId", sheet)
                    .put("template", template)
                    .put("file", sheet + ".pdf")
                    .put("state", "done")
                    .put("jobState", "completed");
            print(sheet);
        }
        frames.put(id, frame);
        return id;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void print(String sheet) {
        try {
            Files.writeString(printed.resolve(sheet + ".pdf"), "bytes of " + sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ArrayNode framesUnder(int number) {
        ArrayNode found = MAPPER.createArrayNode();
        frames.values().stream()
                .filter(frame -> frame.path("number").asInt() == number)
                .forEach(found::add);
        return found;
    }

    private static byte[] json(JsonNode node) throws IOException {
        return MAPPER.writeValueAsBytes(node);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
