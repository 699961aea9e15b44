package caixiang.sim;

import caixiang.sim.printer.PrinterModel;
import caixiang.sim.printer.PrinterOptions;
import caixiang.sim.printer.SimulatedPrinter;
import caixiang.sim.printer.mischief.MischiefException;
import caixiang.sim.printer.mischief.MischiefText;
import caixiang.sim.printer.mischief.MisdeedRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A printer as the command line asks for it. */
final class PrinterSetup {
    static final List<String> OPTIONS = List.of("--out", "--name", "--model", "--sheet-millis", "--printer-faults");
    static final String USAGE = "--out DIR [--name NAME] [--model plain|"
            + PrinterModel.names().replace(", ", "|") + "] [--sheet-millis N] [--printer-faults FILE]";

    private static final String PLAIN = "plain";
    private static final String NAME = "Simulated photo printer";
    private static final int SHEET_MILLIS = 300;
    private static final int SHEET_MILLIS_MAX = 3_600_000;

    private PrinterSetup() {}

    /** Starts the printer. */
    static SimulatedPrinter start(Arguments arguments, int port) throws UsageException, IOException {
        PrinterOptions options;
        try {
            options = new PrinterOptions(
                    port,
                    Path.of(arguments.required("--out")),
                    arguments.text("--name").orElse(NAME),
                    model(arguments));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        List<MisdeedRule> script = script(arguments);
        SimulatedPrinter printer = SimulatedPrinter.start(options);
        printer.play(script);
        return printer;
    }

    private static PrinterModel model(Arguments arguments) throws UsageException {
        Duration sheetTime = Duration.ofMillis(arguments.whole("--sheet-millis", SHEET_MILLIS, 0, SHEET_MILLIS_MAX));
        String name = arguments.text("--model").orElse(PLAIN);
        if (name.equals(PLAIN)) {
            return PrinterModel.plain(sheetTime);
        }
        PrinterModel model = PrinterModel.named(name)
                .orElseThrow(() ->
                        new UsageException("--model must be " + PLAIN + ", " + PrinterModel.names() + ", not " + name));
        return arguments.text("--sheet-millis").isPresent() ? model.withSheetTime(sheetTime) : model;
    }

    private static List<MisdeedRule> script(Arguments arguments) throws UsageException {
        Optional<String> file = arguments.text("--printer-faults");
        try {
            return file.isPresent() ? MischiefText.parse(Files.readString(Path.of(file.get()))) : List.of();
        } catch (IOException e) {
            throw new UsageException("--printer-faults cannot be read: " + e.getMessage());
        } catch (MischiefException e) {
            throw new UsageException("--printer-faults: " + e.problem());
        }
    }
}
