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
import caixiang.sim.rehearsal.report.DayPage;
import caixiang.sim.rehearsal.report.DaySummary;
import caixiang.sim.rehearsal.report.DaySummary.Circumstances;
import caixiang.sim.rehearsal.report.DayText;
import caixiang.sim.rehearsal.site.PrivatePostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code day}: a whole day at full speed, with everything that goes wrong on it, and the proof of what came of it. Exit
 * status: 0 nothing lost, doubled, swapped or unaccounted for; 1 something is; 2 the words make no sense; 3 the day could
 * not be begun or finished, so that there is no verdict.
 */
final class DayCommand implements Subcommand {
    private static final int FAILED = 1;
    private static final int NOT_FINISHED = 3;
    private static final int PEOPLE = 60;
    private static final int EVERY = 20;
    private static final String MEGAPIXELS = "2";

    /** How much later than the station's patience a late frame comes. */
    private static final Duration LATE_BY = Duration.ofSeconds(1);

    /** Frames on the card and in the archive, portrait and two sheets: at two megapixels about so much for a person. */
    private static final long BYTES_FOR_EACH = 6L << 20;

    @Override
    public String usage() {
        return "--station-jar FILE --work DIR [--people N] [--seed S] [--desks D] [--cameras C]"
                + " [--faults all|checkin|camera|print|none] [--every N] [--megapixels M] [--settings FILE]"
                + " [--camera PORT] [--printer URI] [--report FILE]";
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
                "--megapixels",
                "--settings",
                "--camera",
                "--printer",
                "--report");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws UsageException, IOException, InterruptedException {
        var real = new DaySite.RealDevices(arguments.text("--camera"), arguments.text("--printer"));
        DayPlan plan = DayPlan.of(order(arguments, real));
        Path work = Files.createDirectories(
                Path.of(arguments.required("--work")).toAbsolutePath().normalize());
        refuseFullDisk(work, plan);
        String megapixels = arguments.text("--megapixels").orElse(MEGAPIXELS);
        DaySettings settings = DaySettings.write(arguments.text("--settings").map(Path::of), work);
        Path stationJar = Path.of(arguments.required("--station-jar")).toAbsolutePath();
        DaySite site = new DaySite(work, stationJar, settings, real, megapixels);
        String date = LocalDateTime.now(Clock.system(ZoneId.systemDefault()))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
        try {
            DayResult day = play(plan, site, work, settings.deadline().plus(LATE_BY));
            Circumstances circumstances = new Circumstances(
                    date,
                    DayRemarks.command(arguments, plan.order()),
                    DayRemarks.of(arguments, real, settings, megapixels));
            return tell(new DaySummary(plan, day, Verdict.of(day), circumstances), day, arguments, out);
        } catch (RehearsalException e) {
            out.println("✗ 演练没有做完 the rehearsal was not finished: " + e.getMessage());
            return NOT_FINISHED;
        } catch (IOException e) {
            out.println("✗ 演练没有做完 the rehearsal was not finished: " + e.getMessage());
            return NOT_FINISHED;
        }
    }

    private static DayOrder order(Arguments arguments, DaySite.RealDevices real) throws UsageException {
        int cameras = arguments.whole("--cameras", 1, 1, DayOrder.CAMERAS_MAX);
        if (cameras > 1 && (real.camera().isPresent() || real.printer().isPresent())) {
            throw new UsageException("real devices are rehearsed one camera at a time");
        }
        Set<FaultGroup> faults = EnumSet.noneOf(FaultGroup.class);
        faults.addAll(FaultGroup.ofWord(arguments.choice("--faults", "all", "checkin", "camera", "print", "none")));
        // Nobody can make real devices misbehave on request.
        real.camera().ifPresent(port -> faults.remove(FaultGroup.CAMERA));
        real.printer().ifPresent(uri -> faults.remove(FaultGroup.PRINT));
        return new DayOrder(
                arguments.whole("--people", PEOPLE, 1, DayOrder.PEOPLE_MAX),
                arguments.whole("--seed", 1, 0, Integer.MAX_VALUE),
                arguments.whole("--desks", 2, 1, DayOrder.DESKS_MAX),
                cameras,
                faults,
                arguments.whole("--every", EVERY, 1, DayOrder.EVERY_MAX));
    }

    /** Better now than after an hour. */
    private static void refuseFullDisk(Path work, DayPlan plan) throws UsageException {
        long needed = plan.people().size() * BYTES_FOR_EACH;
        // Not Files.getFileStore: it looks the mount point up, which fails under a changed root such as a container's.
        long free = work.toFile().getUsableSpace();
        if (free < needed) {
            throw new UsageException("%s has %d MB free, this day needs about %d MB; give --work on another disk"
                    .formatted(work, free >> 20, needed >> 20));
        }
    }

    private static DayResult play(DayPlan plan, DaySite site, Path work, Duration lateness)
            throws UsageException, IOException, InterruptedException, RehearsalException {
        Path roster = Files.writeString(work.resolve("roster.csv"), InventedPeople.roster(plan.people()));
        Devices devices = new Devices();
        Thread interrupted = new Thread(devices::close, "shutdown");
        // Ctrl-C must leave no station and no camera behind.
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (devices) {
            Optional<PrivatePostgres> shared = plan.order().cameras() > 1
                    ? Optional.of(devices.add(PrivatePostgres.start(work.resolve("postgres.log"))))
                    : Optional.empty();
            List<Post> posts = new ArrayList<>();
            for (int camera = 1; camera <= plan.order().cameras(); camera++) {
                posts.add(site.open(camera, roster, shared, devices));
            }
            return new DayRun(plan, posts, lateness).run();
        }
    }

    private static int tell(DaySummary summary, DayResult day, Arguments arguments, PrintStream out)
            throws IOException {
        out.print(DayText.of(summary));
        Optional<String> report = arguments.text("--report");
        if (report.isPresent()) {
            Path file = Files.writeString(Path.of(report.get()), DayPage.of(summary));
            out.println("报告 report: " + file.toAbsolutePath());
        }
        return summary.isGood() ? 0 : day.wasBrokenOff() && !summary.hasFindings() ? NOT_FINISHED : FAILED;
    }
}
