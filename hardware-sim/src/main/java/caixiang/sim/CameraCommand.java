package caixiang.sim;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code camera}: one camera, and its control port when asked for. */
final class CameraCommand implements Subcommand {
    @Override
    public String usage() {
        return "[--port P] [--control-port P] " + CameraSetup.USAGE;
    }

    @Override
    public List<String> options() {
        return Stream.concat(Stream.of("--port", "--control-port"), CameraSetup.OPTIONS.stream())
                .toList();
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws UsageException, IOException, InterruptedException {
        int controlPort = arguments.port("--control-port");
        try (Devices devices = new Devices()) {
            CameraSetup setup = devices.add(CameraSetup.start(arguments, arguments.port("--port")));
            Optional<ControlPort> control = Optional.empty();
            if (arguments.text("--control-port").isPresent()) {
                control = Optional.of(devices.add(ControlPort.start(controlPort, ControlRoutes.of(setup))));
            }
            String controlWord = control.map(c -> " " + c.uri()).orElse("");
            out.println("READY " + setup.camera().uri() + controlWord);
            devices.runUntilEnd();
        }
        return 0;
    }
}
