package caixiang.sim.rehearsal.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The simulator's control port: who sits before the camera, and what it truly shot. Safe for use by several threads. */
public final class StudioControl {
    /** What the simulated camera knows of one exposure. */
    public record Shot(long nonce, String key, String sha256) {}

    private final JsonHttp http;

    public StudioControl(URI address) {
        http = new JsonHttp(() -> address.resolve("/"));
    }

    /** Seats a person. The face is drawn from the key, so one person always looks the same. */
    public void seat(String key) throws RehearsalException, InterruptedException {
        http.post("seat", Map.of("key", key, "seed", key.hashCode() & Integer.MAX_VALUE));
    }

    public void empty() throws RehearsalException, InterruptedException {
        http.delete("seat");
    }

    /** Presses the button on the camera's body. */
    public void pressBody() throws RehearsalException, InterruptedException {
        http.post("shutter");
    }

    /** Plays a fault script from its beginning, instead of any other. */
    public void playFaults(List<? extends Map<String, ?>> rules) throws RehearsalException, InterruptedException {
        http.post("faults", Map.of("rules", rules));
    }

    public void clearFaults() throws RehearsalException, InterruptedException {
        http.delete("faults");
    }

    public void power(boolean on) throws RehearsalException, InterruptedException {
        http.post("power", Map.of("on", on));
    }

    /** Changes one thing about the printer, for example {@code accepting} to false. */
    public void printer(Map<String, ?> change) throws RehearsalException, InterruptedException {
        http.post("printer", change);
    }

    public List<Shot> shots() throws RehearsalException, InterruptedException {
        List<Shot> shots = new ArrayList<>();
        for (JsonNode node : http.get("shots")) {
            shots.add(new Shot(
                    node.path("nonce").asLong(),
                    node.path("key").asText(),
                    node.path("sha256").asText()));
        }
        return shots;
    }
}
