package caixiang.sim;

import caixiang.sim.rehearsal.day.Post;
import caixiang.sim.rehearsal.site.PrivatePostgres;
import caixiang.sim.rehearsal.site.StationProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets a rehearsed day up: a simulated studio and a station process for each camera. */
final class DaySite {
    /** Paper need not take its time on such a day. */
    private static final String SHEET_MILLIS = "20";

    /** What the launcher gives every Java program; the station gets it too. */
    private static final List<String> PASSED_ON =
            List.of("file.encoding", "java.awt.headless", "java.io.tmpdir", "jna.tmpdir", "org.sqlite.tmpdir");

    private final Path work;
    private final Path stationJar;
    private final DaySettings settings;
    private final RealDevices real;
    private final String megapixels;

    /** What is not simulated, as the station's command line names it. */
    record RealDevices(Optional<String> camera, Optional<String> printer) {}

    DaySite(Path work, Path stationJar, DaySettings settings, RealDevices real, String megapixels) {
        this.work = work;
        this.stationJar = stationJar;
        this.settings = settings;
        this.real = real;
        this.megapixels = megapixels;
    }

    /**
     * Starts everything for one camera, numbered from 1; each part is added to {@code devices} at once.
     *
     * @param shared the database of all stations, when there are several
     */
    Post open(int camera, Path roster, Optional<PrivatePostgres> shared, Devices devices)
            throws UsageException, IOException, InterruptedException {
        String name = String.valueOf((char) ('A' + camera - 1));
        Path printed = work.resolve("printed-" + name);
        Path data = work.resolve("data-" + name);
        StudioDevices studio = StudioDevices.start(studioOptions(camera, printed), devices);
        Path conf = shared.isPresent() ? settings.ofStation(name, shared.get()) : settings.file();
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "run",
                "--settings",
                conf.toString(),
                "--camera",
                real.camera().orElseGet(() -> studio.cameraUri().toString()),
                "--printer",
                real.printer().orElseGet(() -> studio.printer().uri().toString()),
                "--roster",
                roster.toString(),
                "--data",
                data.toString(),
                "--http-port",
                "0"));
        var station = new StationProcess(name, command, work.resolve("station-" + name + ".log"));
        devices.add(station).start();
        return new Post(
                camera,
                station,
                studio.control().uri(),
                real.camera().isEmpty(),
                data.resolve("archive"),
                real.printer().isEmpty() ? Optional.of(printed) : Optional.empty());
    }

    private Arguments studioOptions(int camera, Path printed) throws UsageException {
        // As long as serial numbers of the D750 are; each body has its own.
        String serial = "%032d".formatted(6_000_000 + camera);
        List<String> words = List.of(
                "--out",
                printed.toString(),
                "--serial",
                serial,
                "--megapixels",
                megapixels,
                "--sheet-millis",
                SHEET_MILLIS);
        return Arguments.parse(words, new StudioCommand().options());
    }

    /** This very Java, with the same folders. */
    private List<String> java() {
        Stream<String> passedOn = PASSED_ON.stream()
                .filter(name -> System.getProperty(name) != null)
                .map(name -> "-D" + name + "=" + System.getProperty(name));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(Stream.of(java), passedOn, Stream.of("-jar", stationJar.toString()))
                .flatMap(words -> words)
                .toList();
    }
}
