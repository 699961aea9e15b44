package caixiang.sim.rehearsal.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The station's public HTTP API, as much of it as a rehearsal needs. Safe for use by several threads. */
public final class StationApi {
    /** One turn of one person. */
    public record Sitting(int number, String studentNumber, String maskedName) {}

    /** Who is current and how many wait. */
    public record Queue(Optional<Sitting> current, int waiting) {}

    /** What the station says of one frame. Paths lie inside its archive. */
    public record Frame(
            String id,
            Owner owner,
            String file,
            String sha256,
            String reason,
            Optional<String> portrait,
            Timing timing,
            List<Sheet> sheets) {
        public Frame {
            sheets = List.copyOf(sheets);
        }
    }

    /** Whose the station says a frame is; number 0 and an empty student number while nobody's. */
    public record Owner(int number, String studentNumber) {}

    public record Timing(OptionalLong pressToFiledMillis, OptionalLong pressToSheetMillis) {}

    /** One sheet: {@code state} is the station's word for how far it is, {@code jobState} the printer's. */
    public record Sheet(String id, String template, String file, String state, String jobState) {
        public boolean isOver() {
            return state.equals("done") || state.equals("failed") || state.equals("doubtful");
        }
    }

    private final JsonHttp http;

    /** @param address what the station printed when it was ready, for example {@code http://127.0.0.1:8080/} */
    public StationApi(URI address) {
        this(() -> address);
    }

    /** @param address asked before each request: a station that is started again has a new one */
    public StationApi(Supplier<URI> address) {
        http = new JsonHttp(() -> address.get().resolve("/api/"));
    }

    public StationEvents follow() throws RehearsalException, InterruptedException {
        return StationEvents.open(http.client(), http.resolve("events"));
    }

    public Queue queue() throws RehearsalException, InterruptedException {
        return queue(http.get("state").path("queue"));
    }

    public Queue callNext() throws RehearsalException, InterruptedException {
        return queue(http.post("queue/next"));
    }

    public Sitting checkIn(String credential) throws RehearsalException, InterruptedException {
        return sitting(http.post("check-ins", Map.of("credential", credential, "requestId", requestId())));
    }

    /** Fires the camera. Empty when the frame was late. */
    public Optional<String> capture() throws RehearsalException, InterruptedException {
        JsonNode answer = http.post("captures", Map.of("source", "api", "requestId", requestId()));
        return text(answer, "frameId");
    }

    /** The frames filed under a number. */
    public List<Frame> frames(int number) throws RehearsalException, InterruptedException {
        return frames(http.get("sittings/" + number).path("frames"));
    }

    public Frame frame(String id) throws RehearsalException, InterruptedException {
        return frame(http.get("frames/" + id));
    }

    /** How many frames nobody can be said to own. */
    public int trayed() throws RehearsalException, InterruptedException {
        return http.get("tray").size();
    }

    public byte[] original(String frameId) throws RehearsalException, InterruptedException {
        return http.download("frames/" + frameId + "/original");
    }

    public byte[] portrait(String frameId) throws RehearsalException, InterruptedException {
        return http.download("frames/" + frameId + "/portrait");
    }

    public byte[] pdf(String sheetId) throws RehearsalException, InterruptedException {
        return http.download("sheets/" + sheetId + "/pdf");
    }

    private static String requestId() {
        return UUID.randomUUID().toString();
    }

    static Queue queue(JsonNode node) {
        JsonNode current = node.path("current");
        return new Queue(
                current.isObject() ? Optional.of(sitting(current)) : Optional.empty(),
                node.path("waiting").size());
    }

    static Sitting sitting(JsonNode node) {
        JsonNode person = node.path("person");
        return new Sitting(
                node.path("number").asInt(),
                person.path("studentNumber").asText(),
                person.path("maskedName").asText());
    }

    static List<Frame> frames(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(StationApi::frame)
                .toList();
    }

    private static Frame frame(JsonNode node) {
        List<Sheet> sheets = new ArrayList<>();
        node.path("sheets").forEach(sheet -> sheets.add(sheet(sheet)));
        return new Frame(
                node.path("frameId").asText(),
                new Owner(
                        node.path("number").asInt(),
                        node.path("person").path("studentNumber").asText()),
                node.path("file").asText(),
                node.path("sha256").asText(),
                node.path("reason").asText(),
                text(node, "portrait"),
                new Timing(whole(node, "pressToFiledMillis"), whole(node, "pressToSheetMillis")),
                sheets);
    }

    private static Sheet sheet(JsonNode node) {
        return new Sheet(
                node.path("sheetId").asText(),
                node.path("template").asText(),
                node.path("file").asText(),
                node.path("state").asText(),
                node.path("jobState").asText());
    }

    static Optional<String> text(JsonNode node, String field) {
        return node.path(field).isTextual() ? Optional.of(node.path(field).asText()) : Optional.empty();
    }

    private static OptionalLong whole(JsonNode node, String field) {
        return node.path(field).isNumber() ? OptionalLong.of(node.path(field).asLong()) : OptionalLong.empty();
    }
}
