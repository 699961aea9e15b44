package caixiang.sim;

import caixiang.sim.camera.OperationLog;
import caixiang.sim.camera.body.Exposure;
import caixiang.sim.fault.FaultScriptException;
import caixiang.sim.fault.FaultScriptText;
import caixiang.sim.ptp.ResponseCode;
import caixiang.sim.scene.Sitter;
import caixiang.sim.scene.Studio;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** What can be asked of the simulated studio: who sits, the body's button, faults, power, and what truly happened. */
final class ControlRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PAGE = "control.html";

    private final CameraSetup setup;

    private ControlRoutes(CameraSetup setup) {
        this.setup = setup;
    }

    static List<ControlRoute> of(CameraSetup setup) {
        ControlRoutes routes = new ControlRoutes(setup);
        CardRoutes cards = new CardRoutes(setup.camera().body());
        return List.of(
                ControlRoute.of("GET", "/", (path, body) -> page(PAGE)),
                ControlRoute.of("GET", "/state", (path, body) -> routes.state()),
                ControlRoute.of("POST", "/seat", (path, body) -> routes.seat(body)),
                ControlRoute.of("DELETE", "/seat", (path, body) -> routes.vacate()),
                ControlRoute.of("POST", "/shutter", (path, body) -> routes.pressShutter()),
                ControlRoute.of("GET", "/shots", (path, body) -> routes.shots()),
                ControlRoute.of("GET", "/shots/([0-9]{1,18})/original", (path, body) -> routes.original(path)),
                ControlRoute.of("POST", "/faults", (path, body) -> routes.playFaults(body)),
                ControlRoute.of("DELETE", "/faults", (path, body) -> routes.clearFaults()),
                ControlRoute.of("POST", "/power", (path, body) -> routes.power(body)),
                ControlRoute.of("POST", "/quality", (path, body) -> cards.quality(body)),
                ControlRoute.of("POST", "/card", (path, body) -> cards.swap(body)),
                ControlRoute.of("GET", "/operations", (path, body) -> routes.operations()));
    }

    static ControlReply page(String name) throws IOException {
        try (InputStream in = ControlRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the program");
            }
            return ControlReply.bytes("text/html; charset=utf-8", in.readAllBytes());
        }
    }

    private ControlReply state() {
        ObjectNode state = JSON.objectNode()
                .put("camera", setup.camera().uri().toString())
                .put("power", setup.camera().isPowered())
                .put("initiator", setup.camera().hasInitiator())
                .put("shots", setup.camera().exposures().size());
        setup.studio()
                .map(Studio::sitter)
                .ifPresent(sitter -> state.putObject("sitter")
                        .put("key", sitter.key())
                        .put("displayName", sitter.displayName())
                        .put("seed", sitter.seed()));
        return ControlReply.json(200, state);
    }

    private ControlReply seat(JsonNode body) throws UsageException {
        JsonNode key = body.path("key");
        JsonNode seed = body.path("seed");
        if (!key.isTextual() || !(seed.isMissingNode() || seed.isIntegralNumber())) {
            throw new UsageException(
                    "expected {\"key\": \"20260001\", \"seed\": 1, \"displayName\": \"…\"}; only the key is needed");
        }
        String displayName = body.path("displayName").asText("");
        Optional<String> problem = Sitter.problem(key.asText(), displayName);
        if (problem.isPresent()) {
            throw new UsageException(problem.get());
        }
        Sitter sitter =
                new Sitter(key.asText(), displayName, seed.asLong(key.asText().hashCode()));
        return inStudio(studio -> studio.seat(sitter));
    }

    private ControlReply vacate() {
        return inStudio(studio -> studio.seat(Sitter.NOBODY));
    }

    private ControlReply inStudio(Consumer<Studio> action) {
        if (setup.studio().isEmpty()) {
            return ControlReply.error(
                    409, "this camera shoots a folder of frames; start it without --frames to seat people");
        }
        action.accept(setup.studio().get());
        return ControlReply.done();
    }

    private ControlReply pressShutter() {
        if (!setup.camera().isPowered()) {
            return ControlReply.error(409, "the camera is off; POST /power {\"on\":true} turns it on");
        }
        ResponseCode code = setup.camera().pressShutter();
        return switch (code) {
            case OK -> ControlReply.json(202, JSON.objectNode().put("accepted", true));
            case DEVICE_BUSY -> ControlReply.error(409, "the camera is busy with the frame before; press again");
            case STORE_FULL -> ControlReply.error(409, "the card is full; delete frames or clear the faults");
            default -> ControlReply.error(409, "the camera does not fire: " + code);
        };
    }

    private ControlReply shots() {
        ArrayNode shots = JSON.arrayNode();
        for (Exposure exposure : setup.camera().exposures()) {
            String path = exposure.name();
            ObjectNode shot = shots.addObject()
                    .put("nonce", exposure.nonce())
                    .put("key", exposure.sitterKey())
                    .put("fileName", path.substring(path.lastIndexOf('/') + 1))
                    .put("path", path)
                    .put("sha256", exposure.digest().sha256())
                    .put("bytes", exposure.digest().sizeBytes())
                    .put("epochMillis", exposure.at().toEpochMilli());
            exposure.raw()
                    .ifPresent(raw -> shot.putObject("raw")
                            .put("path", raw.name())
                            .put("sha256", raw.digest().sha256())
                            .put("bytes", raw.digest().sizeBytes()));
        }
        return ControlReply.json(200, shots);
    }

    private ControlReply original(Matcher path) throws IOException {
        Optional<Exposure> exposure = setup.camera().exposure(Long.parseLong(path.group(1)));
        if (exposure.isEmpty()) {
            return ControlReply.error(404, "there is no exposure " + path.group(1) + "; GET /shots lists them");
        }
        if (!Files.exists(exposure.get().digest().file())) {
            return ControlReply.error(410, "the file was deleted on the camera and is no longer kept");
        }
        return ControlReply.bytes(
                "image/jpeg", Files.readAllBytes(exposure.get().digest().file()));
    }

    private ControlReply playFaults(JsonNode body) throws UsageException {
        try {
            setup.faults().play(FaultScriptText.parse(body.toString()));
            return ControlReply.done();
        } catch (FaultScriptException e) {
            throw new UsageException(e.problem());
        }
    }

    private ControlReply clearFaults() {
        setup.faults().clear();
        return ControlReply.done();
    }

    private ControlReply power(JsonNode body) throws UsageException, IOException {
        if (!body.path("on").isBoolean()) {
            throw new UsageException("expected {\"on\": true} or {\"on\": false}");
        }
        if (body.path("on").asBoolean()) {
            setup.camera().powerOn();
        } else {
            setup.camera().powerOff();
        }
        return ControlReply.done();
    }

    private ControlReply operations() {
        ArrayNode operations = JSON.arrayNode();
        for (OperationLog.Entry entry : setup.camera().operations()) {
            ArrayNode parameters = operations
                    .addObject()
                    .put("operation", String.format(Locale.ROOT, "%04x", entry.operation()))
                    .put("transaction", Integer.toUnsignedLong(entry.transactionId()))
                    .put("response", String.format(Locale.ROOT, "%04x", entry.response()))
                    .put("epochMillis", entry.at().toEpochMilli())
                    .putArray("parameters");
            entry.parameters().forEach(p -> parameters.add(String.format(Locale.ROOT, "%08x", p)));
        }
        return ControlReply.json(200, operations);
    }
}
