package caixiang.sim;

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
        try (Devices devices = new Devices()) {
            StudioDevices studio = StudioDevices.start(arguments, devices);
            out.println("READY " + studio.cameraUri() + " " + studio.printer().uri() + " "
                    + studio.control().uri());
            devices.runUntilEnd();
        }
        return 0;
    }
}
