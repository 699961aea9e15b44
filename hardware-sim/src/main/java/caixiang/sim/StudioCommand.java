package caixiang.sim;

import caixiang.sim.printer.SimulatedPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/** {@code studio}: camera, printer and control port in one process. */
final class StudioCommand implements Subcommand {
    private static final List<String> PORTS = List.of("--camera-port", "--printer-port", "--control-port");

    @Override
    public String usage() {
        return "[--camera-port P] [--printer-port P] [--control-port P] " + PrinterSetup.USAGE + " "
                + CameraSetup.USAGE;
    }

    @Override
    public List<String> options() {
        return Stream.of(PORTS, PrinterSetup.OPTIONS, CameraSetup.OPTIONS)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws UsageException, IOException, InterruptedException {
        int controlPort = arguments.port("--control-port");
        try (Devices devices = new Devices()) {
            CameraSetup camera = devices.add(CameraSetup.start(arguments, arguments.port("--camera-port")));
            SimulatedPrinter printer = devices.add(PrinterSetup.start(arguments, arguments.port("--printer-port")));
            ControlPort control = devices.add(ControlPort.start(controlPort, ControlRoutes.of(camera)));
            out.println("READY " + camera.camera().uri() + " " + printer.uri() + " " + control.uri());
            devices.runUntilEnd();
        }
        return 0;
    }
}
