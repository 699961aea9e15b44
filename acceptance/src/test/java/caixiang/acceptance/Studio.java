package caixiang.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The simulated studio as a process: one camera, one printer, and the port that tells the truth about both. */
final class Studio implements AutoCloseable {
    /** One exposure as the camera knows it. */
    record Shot(long nonce, String key, String sha256) {}

    private final Program program;
    private final List<String> addresses;
    private final Http control;

    private Studio(Program program, List<String> addresses) {
        this.program = program;
        this.addresses = addresses;
        this.control = new Http(URI.create(addresses.get(2)));
    }

    static Studio start(Path folder) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "studio",
                "--camera-port",
                "0",
                "--printer-port",
                "0",
                "--control-port",
                "0",
                "--out",
                Files.createDirectories(folder.resolve("printed")).toString());
        Program program = Program.java("hardware-sim", folder.resolve("studio.log"), arguments);
        return new Studio(program, program.awaitReady());
    }

    String camera() {
        return addresses.get(0);
    }

    String printer() {
        return addresses.get(1);
    }

    Http control() {
        return control;
    }

    void seat(String key) throws InterruptedException {
        control.post("/seat", Map.of("key", key, "seed", 1));
    }

    /** The next picture stops on its way in the fourth piece of one mebibyte, until somebody gives up and reconnects. */
    void stallNextTransfer() throws InterruptedException {
        control.post("/faults", List.of(Map.of("on", "101B", "nth", 4, "do", "stall-after:1000")));
    }

    List<Shot> shots() throws InterruptedException {
        List<Shot> shots = new ArrayList<>();
        for (JsonNode node : control.get("/shots")) {
            shots.add(new Shot(
                    node.path("nonce").asLong(),
                    node.path("key").asText(),
                    node.path("sha256").asText()));
        }
        return shots;
    }

    /** The file as the camera has it on its card. */
    byte[] original(Shot shot) throws InterruptedException {
        return control.bytes("/shots/" + shot.nonce() + "/original");
    }

    @Override
    public void close() {
        program.close();
    }
}
