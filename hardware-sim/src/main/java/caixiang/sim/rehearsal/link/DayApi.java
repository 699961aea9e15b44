package caixiang.sim.rehearsal.link;

import caixiang.sim.rehearsal.link.StationApi.Frame;
import caixiang.sim.rehearsal.link.StationApi.Queue;
import caixiang.sim.rehearsal.link.StationApi.Sitting;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The station's public HTTP API as a whole day needs it: whoever calls chooses the request ids, so that requests can be
 * repeated, and learns the code of a refusal. Safe for use by several threads.
 */
public final class DayApi {
    /** What an operator sees at a glance. */
    public record Glance(
            Queue queue, String camera, boolean isCapturing, String printer, int sheetsPending, int late, int tray) {
        public boolean isCameraReady() {
            return camera.equals("ready");
        }
    }

    /** How a press ended when it was not refused; {@code state} is filed or late. */
    public record Press(String shotId, int number, String state, Optional<String> frameId) {}

    /** One line of the station's journal. */
    public record JournalLine(long sequence, String what, Optional<String> frameId) {}

    private final JsonHttp http;

    /** @param address asked before each request: a station that is started again has a new one */
    public DayApi(Supplier<URI> address) {
        http = new JsonHttp(() -> address.get().resolve("/api/"));
    }

    public Glance glance() throws RehearsalException, InterruptedException {
        JsonNode state = http.get("state");
        JsonNode counts = state.path("counts");
        return new Glance(
                StationApi.queue(state.path("queue")),
                state.path("camera").path("state").asText(),
                state.path("capturing").asBoolean(),
                state.path("printer").path("state").asText(),
                state.path("printer").path("pending").asInt(),
                counts.path("late").asInt(),
                counts.path("tray").asInt());
    }

    public Sitting checkIn(String credential, String requestId) throws RehearsalException, InterruptedException {
        return StationApi.sitting(http.post("check-ins", checkInBody(credential, requestId)));
    }

    /** Checks in and does not wait for the answer. */
    public void checkInAndHangUp(String credential, String requestId, Duration after) throws InterruptedException {
        http.postAndHangUp("check-ins", checkInBody(credential, requestId), after);
    }

    private static Map<String, String> checkInBody(String credential, String requestId) {
        return Map.of("credential", credential, "requestId", requestId);
    }

    /** Adds somebody who is on no roster. */
    public void addPerson(Map<String, String> form) throws RehearsalException, InterruptedException {
        http.post("people", form);
    }

    public Queue callNext() throws RehearsalException, InterruptedException {
        return StationApi.queue(http.post("queue/next"));
    }

    public Press capture(String requestId) throws RehearsalException, InterruptedException {
        JsonNode answer = http.post("captures", Map.of("source", "button", "requestId", requestId));
        return new Press(
                answer.path("shotId").asText(),
                answer.path("number").asInt(),
                answer.path("state").asText(),
                StationApi.text(answer, "frameId"));
    }

    /** The frames filed under a number; none when another station has called it and this one does not know it. */
    public List<Frame> framesOf(int number) throws RehearsalException, InterruptedException {
        try {
            return StationApi.frames(http.get("sittings/" + number).path("frames"));
        } catch (RehearsalException e) {
            if (e.code().equals("not-found")) {
                return List.of();
            }
            throw e;
        }
    }

    /** Frames that nobody can be said to own; at most a thousand. */
    public List<Frame> tray() throws RehearsalException, InterruptedException {
        return StationApi.frames(http.get("tray"));
    }

    /** Has a sheet printed again. */
    public void reprint(String sheetId, String reason) throws RehearsalException, InterruptedException {
        http.post("sheets/" + sheetId + "/reprint", Map.of("reason", reason));
    }

    /** The newest lines, newest first. */
    public List<JournalLine> journal(int most) throws RehearsalException, InterruptedException {
        List<JournalLine> lines = new ArrayList<>();
        for (JsonNode line : http.get("journal?limit=" + most)) {
            lines.add(new JournalLine(
                    line.path("sequence").asLong(), line.path("what").asText(), StationApi.text(line, "frameId")));
        }
        return lines;
    }
}
