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
        Frame frame = frame(number, "IMG.JPG", FileHash.of(spooled));
        archive.file(frame, spooled);
        return frame;
    }

    /** As {@link #fileOne}, for an exposure that the camera wrote as a RAW alone. */
    public static Frame fileRawAlone(FrameArchive archive, int number, Path spooled) throws Exception {
        Files.write(spooled, new byte[BYTES]);
        Frame frame = frame(number, "IMG.NEF", FileHash.of(spooled));
        archive.file(frame, spooled);
        return frame;
    }

    /** Gives a frame to another number, a while ago; the second copy has not followed. */
    public static void moveInFirst(Path first, Frame frame, int to) throws Exception {
        new Reassignment(first, Optional.empty()).finish(beginMove(first, frame, to));
        age(first);
    }

    /** As far as a station comes that ends before the rows are changed. */
    public static MoveOrder beginMove(Path first, Frame frame, int to) throws Exception {
        Move move = new Move(frame.number(), OptionalInt.of(to), "console", "wrong", Instant.EPOCH);
        String id = "0193519b-0000-7000-8000-000000000001";
        MoveOrder order = new MoveOrder(
                id,
                frame.sessionId(),
                id,
                "move",
                Optional.empty(),
                "console",
                "wrong",
                Instant.EPOCH,
                List.of(new MoveOrder.Step(frame, frame.moved(move, FrameReason.MOVED))));
        new Reassignment(first, Optional.empty()).carryOut(order);
        return order;
    }

    /** Puts a RAW beside a filed frame. */
    public static Frame attachRaw(FrameArchive archive, Frame frame, Path spooled) throws Exception {
        Files.writeString(spooled, "the RAW of " + frame.frameId());
        long bytes = Files.size(spooled);
        String file = ArchivePaths.rawFile(frame.sessionId(), frame.number(), frame.frameId(), "DSC_0001.NEF");
        Frame paired = frame.with(new Companion(file, FileHash.of(spooled), bytes, frame.object()));
        archive.attach(paired, spooled);
        return paired;
    }

    private static Frame frame(int number, String name, String sha256) {
        Frame sample = TestFrames.frame();
        String id = String.format("0193519a-0000-7000-8000-%012d", number);
        return new Frame(
                id,
                sample.sessionId(),
                sample.station(),
                OptionalInt.of(number),
                Optional.empty(),
                sample.reason(),
                sample.evidence(),
                ArchivePaths.rawFile(sample.sessionId(), OptionalInt.of(number), id, name),
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
