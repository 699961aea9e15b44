package caixiang.sim;

import caixiang.sim.camera.CameraOptions;
import caixiang.sim.camera.GenericPersonality;
import caixiang.sim.camera.Personality;
import caixiang.sim.camera.SimulatedCamera;
import caixiang.sim.camera.TransferRate;
import caixiang.sim.camera.body.Card;
import caixiang.sim.camera.body.ImageQuality;
import caixiang.sim.camera.body.Negatives;
import caixiang.sim.camera.nikon.NikonPersonality;
import caixiang.sim.fault.FaultScriptException;
import caixiang.sim.fault.FaultScriptText;
import caixiang.sim.fault.Faults;
import caixiang.sim.scene.FolderScene;
import caixiang.sim.scene.RawFile;
import caixiang.sim.scene.Resolution;
import caixiang.sim.scene.Studio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A camera with what is before it and what goes wrong with it, as the command line asks for.
 *
 * @param studio where people can be seated; none when the camera shoots a folder
 */
record CameraSetup(SimulatedCamera camera, Optional<Studio> studio, Faults faults) implements AutoCloseable {
    static final List<String> OPTIONS = List.of(
            "--personality",
            "--frames",
            "--serial",
            "--exposure-millis",
            "--first-file",
            "--faults",
            "--rate",
            "--quality",
            "--raw-bytes",
            "--pair-first",
            "--old-files",
            "--megapixels");
    static final String USAGE = "[--personality nikon|generic] [--frames DIR] [--serial S] [--exposure-millis N]"
            + " [--first-file N] [--faults FILE] [--rate full|usb2] [--quality jpeg|raw|raw+jpeg] [--raw-bytes N]"
            + " [--pair-first jpeg|raw] [--old-files N] [--megapixels M]";

    private static final int SERIAL_MAX = 64;
    private static final int EXPOSURE_MILLIS_MAX = 60_000;

    /** Starts the camera. */
    static CameraSetup start(Arguments arguments, int port) throws UsageException, IOException {
        CameraOptions options = options(arguments).withPort(port);
        Personality personality =
                arguments.choice("--personality", "nikon", "generic").equals("nikon")
                        ? new NikonPersonality()
                        : new GenericPersonality();
        Faults faults = new Faults();
        Optional<String> script = arguments.text("--faults");
        if (script.isPresent()) {
            faults.play(readScript(Path.of(script.get())));
        }
        Optional<String> frames = arguments.text("--frames");
        if (frames.isPresent()) {
            FolderScene folder = new FolderScene(Path.of(frames.get()));
            SimulatedCamera camera = SimulatedCamera.start(options, personality, folder, faults);
            return new CameraSetup(camera, Optional.empty(), faults).withQuality(arguments);
        }
        Studio studio = new Studio(resolution(arguments));
        SimulatedCamera camera = SimulatedCamera.start(options, personality, studio, faults);
        return new CameraSetup(camera, Optional.of(studio), faults).withQuality(arguments);
    }

    private CameraSetup withQuality(Arguments arguments) throws UsageException {
        String word = arguments.choice("--quality", "jpeg", "raw", "raw+jpeg");
        ImageQuality quality = ImageQuality.ofWord(word).orElseThrow();
        if (quality != ImageQuality.JPEG && !camera.body().setQuality(quality)) {
            close();
            throw new UsageException("--quality " + word + " is for --personality nikon: this one writes JPEG only");
        }
        return this;
    }

    @Override
    public void close() {
        camera.close();
        studio.ifPresent(Studio::close);
    }

    private static CameraOptions options(Arguments arguments) throws UsageException {
        CameraOptions defaults = CameraOptions.defaults();
        String serial = arguments.text("--serial").orElse(defaults.serialNumber());
        if (!serial.matches("[ -~]{1," + SERIAL_MAX + "}")) {
            throw new UsageException("--serial must be 1 to " + SERIAL_MAX + " printable ASCII characters");
        }
        int exposureMillis = arguments.whole(
                "--exposure-millis", (int) defaults.exposureTime().toMillis(), 0, EXPOSURE_MILLIS_MAX);
        boolean usb2 = arguments.choice("--rate", "full", "usb2").equals("usb2");
        return defaults.withSerialNumber(serial)
                .withExposureTime(Duration.ofMillis(exposureMillis))
                .withRate(usb2 ? TransferRate.USB2 : TransferRate.FULL)
                .withFirstFileNumber(arguments.whole("--first-file", 1, 1, Card.FILE_NUMBER_MAX))
                .withOldFiles(arguments.whole("--old-files", 0, 0, CameraOptions.OLD_FILES_MAX))
                .withNegatives(negatives(arguments));
    }

    private static Negatives negatives(Arguments arguments) throws UsageException {
        int bytes =
                arguments.whole("--raw-bytes", RawFile.TYPICAL_BYTES, RawFile.BYTES_MIN, CameraOptions.RAW_BYTES_MAX);
        return new Negatives(
                bytes, arguments.choice("--pair-first", "jpeg", "raw").equals("raw"));
    }

    private static Resolution resolution(Arguments arguments) throws UsageException {
        return Resolution.ofMegapixels(arguments.decimal(
                "--megapixels", Resolution.MEGAPIXELS_MAX, Resolution.MEGAPIXELS_MIN, Resolution.MEGAPIXELS_MAX));
    }

    private static FaultScriptText readScript(Path file) throws UsageException, IOException {
        try {
            return FaultScriptText.parse(Files.readString(file));
        } catch (FaultScriptException e) {
            throw new UsageException(file + ": " + e.problem());
        }
    }
}
