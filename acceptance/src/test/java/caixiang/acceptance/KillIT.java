package caixiang.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.acceptance.Station.Frame;
import caixiang.acceptance.Studio.Shot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What was shot is there afterwards, once, under its number or in the tray, whatever is killed and when. */
@Timeout(1200)
class KillIT {
    private static final boolean LONG = Boolean.getBoolean("caixiang.long");
    private static final long SEED = Long.getLong("caixiang.seed", 20_260_622);
    private static final Duration RECOVERY_DEADLINE = Duration.ofSeconds(90);

    /** From before the shutter to after the answer on a slow machine. */
    private static final int BLOW_WITHIN_MILLIS = 2_500;

    /** Well within what has arrived when the transfer stalls. */
    private static final int PART_BYTES = 1 << 20;

    /** Kept when a test fails: it holds all logs and data. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void noFrameIsLostOrSwappedWhenTheStationIsKilledAtAnyMoment() throws Exception {
        Random random = new Random(SEED);
        int rounds = LONG ? 40 : 6;
        try (Studio studio = Studio.start(folder)) {
            for (int round = 1; round <= rounds; round++) {
                String student = String.valueOf(20_260_000 + round);
                try (Station station = Station.start(folder, studio.camera(), "none")) {
                    station.bringForward(student);
                    studio.seat(student);
                    station.press();
                    Wait.pause(random.nextInt(BLOW_WITHIN_MILLIS));
                    station.program().kill();
                }
            }
            try (Station station = Station.start(folder, studio.camera(), "none")) {
                awaitAllAccountedFor(studio, station, "seed " + SEED);
                assertTrue(
                        studio.shots().size() >= rounds / 2, "most blows come after the shutter, or nothing is tested");
            }
        }
    }

    @Test
    void aFrameIsFiledUnderItsNumberWhenTheAgentIsKilledDuringTheTransfer() throws Exception {
        try (Studio studio = Studio.start(folder);
                Station station = Station.start(folder, studio.camera(), "none")) {
            int number = station.bringForward("20260001");
            studio.seat("20260001");
            studio.stallNextTransfer();
            station.press();
            Wait.forFact("part of the frame is in the spool", Duration.ofSeconds(30), () -> partInSpool());
            agent(station).destroyForcibly();
            List<Frame> frames = awaitAllAccountedFor(studio, station, "agent killed");
            assertEquals(List.of(number), frames.stream().map(Frame::number).toList());
        }
    }

    private Optional<Path> partInSpool() {
        try (Stream<Path> files = Files.walk(folder.resolve("data/spool"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > PART_BYTES)
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            // The folder changes while it is walked.
            return Optional.empty();
        }
    }

    private static ProcessHandle agent(Station station) {
        List<ProcessHandle> children = station.program().children();
        assertEquals(1, children.size(), "the camera agent is the station's only child");
        return children.get(0);
    }

    /** The frames, once each exposure of the camera is one frame; none may be anybody else's. */
    private static List<Frame> awaitAllAccountedFor(Studio studio, Station station, String hint)
            throws InterruptedException {
        Set<String> shot = studio.shots().stream().map(Shot::sha256).collect(Collectors.toSet());
        List<Frame> frames = Wait.forFact(hint + ": every exposure is a frame", RECOVERY_DEADLINE, () -> {
            List<Frame> now = station.frames();
            Set<String> filed = now.stream().map(Frame::sha256).collect(Collectors.toSet());
            return filed.containsAll(shot) ? Optional.of(now) : Optional.empty();
        });
        assertEquals(shot.size(), frames.size(), hint + ": each exposure once, in " + frames);
        for (Frame frame : frames) {
            Set<String> keys = new HashSet<>();
            studio.shots().stream()
                    .filter(s -> s.sha256().equals(frame.sha256()))
                    .forEach(s -> keys.add(s.key()));
            if (frame.number() != 0) {
                assertEquals(Set.of(frame.studentNumber()), keys, hint + ": " + frame);
            }
        }
        return frames;
    }
}
