package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/** Frames of different people in both copies of an archive, filed a while ago. */
public final class ArchivedDay {
    private static final int BYTES = 300_000;

    private ArchivedDay() {}

    /** Files one frame for each number from 1. */
    public static List<Frame> file(Path first, Path second, int people) throws Exception {
        FrameArchive archive = new FrameArchive(first, Optional.of(second));
        archive.open();
        List<Frame> frames = new ArrayList<>();
        Path spooled = first.resolveSibling("spooled.jpg");
        for (int number = 1; number <= people; number++) {
            frames.add(fileOne(archive, number, spooled));
        }
        archive.second().orElseThrow().close();
        age(first);
        age(second);
        return frames;
    }

    /** Files a frame for this number, by way of the spooled file. */
    public static Frame fileOne(FrameArchive archive, int number, Path spooled) throws Exception {
        byte[] picture = new byte[BYTES];
        new Random(number).nextBytes(picture);
        Files.write(spooled, picture);
        Frame frame = frame(number, FileHash.of(spooled));
        archive.file(frame, spooled);
        return frame;
    }

    private static Frame frame(int number, String sha256) {
        Frame sample = TestFrames.frame();
        String id = String.format("0193519a-0000-7000-8000-%012d", number);
        return new Frame(
                id,
                sample.sessionId(),
                sample.station(),
                OptionalInt.of(number),
                sample.shotId(),
                sample.reason(),
                sample.evidence(),
                ArchivePaths.frameFile(sample.sessionId(), OptionalInt.of(number), id),
                sha256,
                BYTES,
                sample.companion(),
                sample.camera(),
                sample.object(),
                sample.times(),
                sample.moves());
    }

    private static void age(Path root) throws IOException {
        FileTime then = FileTime.from(Instant.now().minus(Duration.ofMinutes(5)));
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, then);
            }
        }
    }
}
