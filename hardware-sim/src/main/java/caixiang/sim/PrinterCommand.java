package caixiang.sim;

import caixiang.sim.printer.SimulatedPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** {@code printer}: one printer. */
final class PrinterCommand implements Subcommand {
    @Override
    public String usage() {
        return "[--port P] [--control-port P] " + PrinterSetup.USAGE;
    }

    @Override
    public List<String> options() {
        return Stream.concat(Stream.of("--port", "--control-port"), PrinterSetup.OPTIONS.stream())
                .toList();
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws UsageException, IOException, InterruptedException {
        try (Devices devices = new Devices()) {
            SimulatedPrinter printer = devices.add(PrinterSetup.start(arguments, arguments.port("--port")));
            ControlPort control =
                    devices.add(ControlPort.start(arguments.port("--control-port"), PrinterRoutes.alone(printer)));
            out.println("READY " + printer.uri() + " " + control.uri());
            devices.runUntilEnd();
        }
        return 0;
    }
}
