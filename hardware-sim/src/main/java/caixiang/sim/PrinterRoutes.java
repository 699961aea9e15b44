package caixiang.sim;

import caixiang.sim.printer.SimulatedPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** What can be done to the simulated printer: paper out and in, a cover, a pulled cable, an answer that is lost. */
final class PrinterRoutes {
    private static final String EXPECTED = "expected {\"condition\": \"media-empty-error\", \"present\": true},"
            + " {\"accepting\": false}, {\"reachable\": false} or {\"loseAnswer\": \"Send-Document\"}";

    private final SimulatedPrinter printer;

    private PrinterRoutes(SimulatedPrinter printer) {
        this.printer = printer;
    }

    static List<ControlRoute> of(SimulatedPrinter printer) {
        PrinterRoutes routes = new PrinterRoutes(printer);
        return List.of(ControlRoute.of("POST", "/printer", (path, body) -> routes.change(body)));
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
