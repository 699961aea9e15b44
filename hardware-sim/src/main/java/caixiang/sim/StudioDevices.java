package caixiang.sim;

import caixiang.sim.printer.SimulatedPrinter;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** A whole studio: camera, printer, and the control port of both. */
record StudioDevices(CameraSetup camera, SimulatedPrinter printer, ControlPort control) {
    /** Starts them, each added to {@code devices} at once, so that a failure stops what was begun. */
    static StudioDevices start(Arguments arguments, Devices devices) throws UsageException, IOException {
        int controlPort = arguments.port("--control-port");
        CameraSetup camera = devices.add(CameraSetup.start(arguments, arguments.port("--camera-port")));
        SimulatedPrinter printer = devices.add(PrinterSetup.start(arguments, arguments.port("--printer-port")));
        List<ControlRoute> routes = Stream.concat(ControlRoutes.of(camera).stream(), PrinterRoutes.of(printer).stream())
                .toList();
        return new StudioDevices(camera, printer, devices.add(ControlPort.start(controlPort, routes)));
    }

    URI cameraUri() {
        return camera.camera().uri();
    }
}
