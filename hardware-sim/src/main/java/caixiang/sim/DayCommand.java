package caixiang.sim;

import caixiang.sim.rehearsal.day.DayResult;
import caixiang.sim.rehearsal.day.DayRun;
import caixiang.sim.rehearsal.day.Post;
import caixiang.sim.rehearsal.day.Verdict;
import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.people.InventedPeople;
import caixiang.sim.rehearsal.plan.DayOrder;
import caixiang.sim.rehearsal.plan.DayPlan;
import caixiang.sim.rehearsal.plan.FaultGroup;
import caixiang.sim.rehearsal.site.StationProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code day}: a whole day at full speed, with everything that goes wrong on it, and the proof of what came of it. */
final class DayCommand implements Subcommand {
    private static final int FAILED = 1;
    private static final int NOT_FINISHED = 3;
    private static final String MEGAPIXELS = "2";

    @Override
    public String usage() {
        return "--station-jar FILE --work DIR [--people N] [--seed S] [--desks D] [--cameras C]"
                + " [--faults all|checkin|camera|print|none] [--every N] [--megapixels M]";
    }

    @Override
    public List<String> options() {
        return List.of(
                "--station-jar",
                "--work",
                "--people",
                "--seed",
                "--desks",
                "--cameras",
                "--faults",
                "--every",
                "--megapixels");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws UsageException, IOException, InterruptedException {
        DayOrder order = new DayOrder(
                arguments.whole("--people", 60, 1, DayOrder.PEOPLE_MAX),
                arguments.whole("--seed", 1, 0, Integer.MAX_VALUE),
                arguments.whole("--desks", 2, 1, DayOrder.DESKS_MAX),
                arguments.whole("--cameras", 1, 1, DayOrder.CAMERAS_MAX),
                FaultGroup.ofWord(arguments.choice("--faults", "all", "checkin", "camera", "print", "none")),
                arguments.whole("--every", 20, 1, DayOrder.EVERY_MAX));
        DayPlan plan = DayPlan.of(order);
        Path work = Files.createDirectories(Path.of(arguments.required("--work")).toAbsolutePath());
        Path roster = Files.writeString(work.resolve("roster.csv"), InventedPeople.roster(plan.people()));
        try (Devices devices = new Devices()) {
            Path printed = work.resolve("printed");
            StudioDevices studio = StudioDevices.start(
                    Arguments.parse(
                            List.of(
                                    "--out", printed.toString(),
                                    "--megapixels", arguments.text("--megapixels").orElse(MEGAPIXELS),
                                    "--sheet-millis", "20"),
                            new StudioCommand().options()),
                    devices);
            Path conf = Files.writeString(
                    work.resolve("station.conf"),
                    "identity.key = \"%s\"\nsession.name = \"演练 Rehearsal\"\ncapture.deadline = 3s\n"
                            .formatted(work.resolve("identity.key")));
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Dfile.encoding=UTF-8",
                    "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                    "-jar",
                    arguments.required("--station-jar"),
                    "run",
                    "--settings",
                    conf.toString(),
                    "--camera",
                    studio.cameraUri().toString(),
                    "--printer",
                    studio.printer().uri().toString(),
                    "--roster",
                    roster.toString(),
                    "--data",
                    work.resolve("data").toString(),
                    "--http-port",
                    "0"));
            StationProcess station = devices.add(new StationProcess("A", command, work.resolve("station.log")));
            station.start();
            Post post = new Post(
                    1, station, studio.control().uri(), work.resolve("data/archive"), Optional.of(printed));
            DayResult day = new DayRun(plan, List.of(post), Duration.ofSeconds(4)).run();
            Verdict verdict = Verdict.of(day);
            day.log().mishaps().forEach(out::println);
            verdict.findings().forEach(out::println);
            verdict.tray().forEach(out::println);
            out.println(day.shooting() + " " + day.whole() + " presses " + day.log().presses().size() + " exposures "
                    + day.books().exposures().size() + " absent " + day.log().absent() + " gave up "
                    + day.log().givenUp());
            return day.wasBrokenOff() ? NOT_FINISHED : verdict.isClean() ? 0 : FAILED;
        } catch (RehearsalException e) {
            out.println("✗ the rehearsal ended: " + e.getMessage());
            return NOT_FINISHED;
        }
    }
}
