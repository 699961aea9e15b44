package caixiang.sim;

import caixiang.sim.printer.PaperSheet;
import caixiang.sim.printer.PrinterReading;
import caixiang.sim.printer.SimulatedPrinter;
import caixiang.sim.printer.mischief.MischiefException;
import caixiang.sim.printer.mischief.MischiefText;
import caixiang.sim.printer.raster.Mechanics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** What can be done to the simulated printer: paper out and in, a cover, a pulled cable, an answer that is lost. */
final class PrinterRoutes {
    private static final String EXPECTED = "expected {\"condition\": \"media-empty-error\", \"present\": true},"
            + " {\"accepting\": false}, {\"reachable\": false}, {\"loseAnswer\": \"Send-Document\"},"
            + " {\"next\": \"print-twice\"}, {\"load\": {\"media\": 400, \"ribbon\": 400}} or"
            + " {\"mechanics\": {\"right\": 0.4, \"down\": 0, \"across\": 1.01, \"along\": 1}}";
    private static final int SHOWN_MAX = 40;
    private static final String PAGE = "printer.html";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SimulatedPrinter printer;

    private PrinterRoutes(SimulatedPrinter printer) {
        this.printer = printer;
    }

    static List<ControlRoute> of(SimulatedPrinter printer) {
        PrinterRoutes routes = new PrinterRoutes(printer);
        return List.of(
                ControlRoute.of("GET", "/printer.html", (path, body) -> ControlRoutes.page(PAGE)),
                ControlRoute.of("GET", "/printer", (path, body) -> routes.state()),
                ControlRoute.of("POST", "/printer", (path, body) -> routes.change(body)),
                ControlRoute.of("POST", "/printer/faults", (path, body) -> routes.play(body)),
                ControlRoute.of("GET", "/printer/tray/([0-9]{1,9})[.]png", (path, body) -> routes.paper(path)));
    }

    /** For a printer without a studio: its page is the first thing there. */
    static List<ControlRoute> alone(SimulatedPrinter printer) {
        List<ControlRoute> routes = new ArrayList<>(of(printer));
        routes.add(ControlRoute.of("GET", "/", (path, body) -> ControlRoutes.page(PAGE)));
        return routes;
    }

    private ControlReply state() {
        PrinterReading reading = printer.reading();
        ObjectNode state = JSON.objectNode()
                .put("printer", printer.uri().toString())
                .put("state", reading.state())
                .put("reachable", reading.reachable())
                .put("queued", reading.queuedJobs());
        reading.left().media().ifPresent(sheets -> state.put("media", sheets));
        reading.left().ribbon().ifPresent(sheets -> state.put("ribbon", sheets));
        ArrayNode conditions = state.putArray("conditions");
        reading.conditions().forEach(conditions::add);
        List<PaperSheet> sheets = printer.tray();
        state.put("sheets", sheets.size());
        ArrayNode tray = state.putArray("tray");
        for (PaperSheet sheet : sheets.subList(Math.max(0, sheets.size() - SHOWN_MAX), sheets.size())) {
            ArrayNode jobs = tray.addObject()
                    .put("number", sheet.number())
                    .put("widthMm", sheet.widthHundredths() / 100.0)
                    .put("heightMm", sheet.heightHundredths() / 100.0)
                    .put("at", sheet.at().toString())
                    .putArray("jobs");
            sheet.jobNames().forEach(jobs::add);
        }
        return ControlReply.json(200, state);
    }

    private ControlReply paper(Matcher path) throws IOException {
        Optional<byte[]> png = printer.paper(Integer.parseInt(path.group(1)));
        return png.isPresent()
                ? ControlReply.bytes("image/png", png.get())
                : ControlReply.error(404, "there is no sheet " + path.group(1) + "; GET /printer lists them");
    }

    private ControlReply play(JsonNode body) throws UsageException {
        try {
            printer.play(MischiefText.parse(body.toString()));
            return ControlReply.done();
        } catch (MischiefException e) {
            throw new UsageException(e.problem());
        }
    }

    private ControlReply change(JsonNode body) throws UsageException, IOException {
        if (body.size() == 2
                && body.path("condition").isTextual()
                && body.path("present").isBoolean()) {
            return condition(
                    body.path("condition").asText(), body.path("present").asBoolean());
        }
        if (body.size() != 1) {
            throw new UsageException(EXPECTED);
        }
        if (body.path("accepting").isBoolean()) {
            printer.refuseJobs(!body.path("accepting").asBoolean());
        } else if (body.path("reachable").isBoolean()) {
            reach(body.path("reachable").asBoolean());
        } else if (body.path("loseAnswer").isTextual()) {
            return loseAnswer(body.path("loseAnswer").asText());
        } else if (body.path("next").isTextual()) {
            return befallNext(body.path("next").asText());
        } else if (body.path("load").isObject()) {
            return load(body.path("load"));
        } else if (body.path("mechanics").isObject()) {
            return adjust(body.path("mechanics"));
        } else {
            throw new UsageException(EXPECTED);
        }
        return ControlReply.done();
    }

    private void reach(boolean reachable) throws IOException {
        if (reachable) {
            printer.reappear();
        } else {
            printer.vanish();
        }
    }

    private ControlReply befallNext(String misdeed) throws UsageException {
        try {
            printer.befallNext(MischiefText.misdeed(misdeed));
            return ControlReply.done();
        } catch (MischiefException e) {
            throw new UsageException(e.problem());
        }
    }

    private ControlReply load(JsonNode rolls) throws UsageException {
        if (!rolls.path("media").isInt() || !rolls.path("ribbon").isInt()) {
            throw new UsageException(EXPECTED);
        }
        try {
            printer.load(rolls.path("media").asInt(), rolls.path("ribbon").asInt());
            return ControlReply.done();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private ControlReply adjust(JsonNode given) throws UsageException {
        try {
            printer.adjust(new Mechanics(
                    given.path("right").asDouble(0),
                    given.path("down").asDouble(0),
                    given.path("across").asDouble(1),
                    given.path("along").asDouble(1)));
            return ControlReply.done();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private ControlReply condition(String keyword, boolean present) throws UsageException {
        try {
            printer.condition(keyword, present);
            return ControlReply.done();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private ControlReply loseAnswer(String operation) throws UsageException {
        try {
            printer.loseNextAnswer(operation);
            return ControlReply.done();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
