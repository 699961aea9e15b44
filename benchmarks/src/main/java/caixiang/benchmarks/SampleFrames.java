package caixiang.benchmarks;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.FrameTimes;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.store.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Frames as a camera would have given them, of bytes that do not compress. */
final class SampleFrames {
    static final String SESSION = "2026-11-22-a";

    private final Ids ids = new Ids(Clock.systemUTC(), new Random(7));
    private int files;

    static byte[] picture(int bytes, long seed) {
        byte[] picture = new byte[bytes];
        new Random(seed).nextBytes(picture);
        return picture;
    }

    Ids ids() {
        return ids;
    }

    Frame of(int number, Optional<String> shotId, String sha256, long bytes) {
        files++;
        String frameId = ids.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Frame(
                frameId,
                SESSION,
                "A",
                OptionalInt.of(number),
                shotId,
                FrameReason.TRIGGERED,
                List.of("order=1of1"),
                ArchivePaths.frameFile(SESSION, OptionalInt.of(number), frameId),
                sha256,
                bytes,
                Optional.empty(),
                new CameraIdentity("SN-1", "Benchmark body", "test:"),
                new CardObject("/store_1/DCIM/100TEST", "TST_%05d.JPG".formatted(files), bytes, now),
                new FrameTimes(shotId.isPresent() ? Optional.of(now) : Optional.empty(), now, now, now),
                List.of());
    }
}
