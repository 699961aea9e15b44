package caixiang.sim.printer;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** {@code printer --port P --out DIR [--name N] [--sheet-millis N]}: one printer until the process is ended. */
public final class PrinterCommand {
    public static final String USAGE = "printer --port P --out DIR [--name NAME] [--sheet-millis N]";

    private static final int EXIT_FINE = 0;
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_USAGE = 2;

    private PrinterCommand() {}

    /**
     * Prints {@code READY <uri>} when the printer can be used and returns when the thread is interrupted.
     *
     * @return exit status: 0 ended in order, 1 the printer could not start, 2 the arguments are wrong
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        PrinterOptions options;
        try {
            options = parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println("usage: " + USAGE);
            return EXIT_USAGE;
        }
        try (SimulatedPrinter printer = SimulatedPrinter.start(options)) {
            out.println("READY " + printer.uri());
            out.flush();
            new CountDownLatch(1).await();
        } catch (IOException e) {
            err.println("the printer cannot start on port " + options.port() + " with " + options.outputFolder() + ": "
                    + e.getMessage());
            return EXIT_FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return EXIT_FINE;
    }

    static PrinterOptions parse(String[] arguments) {
        int port = 0;
        String out = "";
        String name = "Simulated photo printer";
        Duration sheetTime = PrinterOptions.DEFAULT_SHEET_TIME;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--port" -> port = number("--port", value);
                case "--out" -> out = value;
                case "--name" -> name = value;
                case "--sheet-millis" -> sheetTime = Duration.ofMillis(number("--sheet-millis", value));
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        if (out.isEmpty()) {
            throw new IllegalArgumentException("--out is missing: the folder for what is printed");
        }
        return new PrinterOptions(port, Path.of(out), name, sheetTime);
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a whole number, not " + value);
        }
    }
}
