package caixiang.sim;

import caixiang.sim.printer.PrinterOptions;
import caixiang.sim.printer.SimulatedPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A printer as the command line asks for it. */
final class PrinterSetup {
    static final List<String> OPTIONS = List.of("--out", "--name", "--sheet-millis");
    static final String USAGE = "--out DIR [--name NAME] [--sheet-millis N]";

    private static final String NAME = "Simulated photo printer";
    private static final int SHEET_MILLIS = 300;
    private static final int SHEET_MILLIS_MAX = 3_600_000;

    private PrinterSetup() {}

    /** Starts the printer. */
    static SimulatedPrinter start(Arguments arguments, int port) throws UsageException, IOException {
        Duration sheetTime = Duration.ofMillis(arguments.whole("--sheet-millis", SHEET_MILLIS, 0, SHEET_MILLIS_MAX));
        PrinterOptions options;
        try {
            options = new PrinterOptions(
                    port,
                    Path.of(arguments.required("--out")),
                    arguments.text("--name").orElse(NAME),
                    sheetTime);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return SimulatedPrinter.start(options);
    }
}
