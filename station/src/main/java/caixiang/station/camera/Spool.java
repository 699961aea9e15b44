package caixiang.station.camera;

import caixiang.station.crash.CrashPoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder where frames arrive. A frame is a pair {@code <id>.jpg}, or {@code <id>.raw}, and {@code <id>.json}; the
 * note is written first and the picture's rename from {@code <id>.part} is the last step, so a picture under its name is whole and explained, and
 * after a crash anything else is worthless: the file is still on the camera's card.
 */
public final class Spool {
    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final String PART = ".part";
    private static final String PICTURE = ".jpg";
    private static final String RAW = ".raw";
    private static final String NOTE = ".json";
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,64}");

    private final Path folder;

    /** The spool in this folder, which is made if missing. */
    public Spool(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Where the bytes of a frame go while they arrive. */
    public Path part(String id) {
        return folder.resolve(id + PART);
    }

    public Path picture(String id) {
        return folder.resolve(id + PICTURE);
    }

    /** Where a whole picture lies, by the name it had on the card. */
    public Path picture(String id, String objectName) {
        return PictureKind.isRaw(objectName) ? folder.resolve(id + RAW) : picture(id);
    }

    public Path note(String id) {
        return folder.resolve(id + NOTE);
    }

    /** Makes the received part a frame for good. When this returns, both files and their names are on the disk. */
    public void keep(String id, SpooledFrame frame) throws IOException {
        sync(part(id));
        Path draft = folder.resolve(id + NOTE + PART);
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(SpoolNote.of(frame).encode());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(draft, frame.note(), StandardCopyOption.ATOMIC_MOVE);
        // The note's name must be on the disk before the picture's: an unexplained picture has no owner.
        sync(folder);
        CrashPoint.NOTE_WRITTEN.passed();
        Files.move(part(id), frame.file(), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        CrashPoint.SPOOLED.passed();
    }

    /**
     * Finds the whole frames, each compared with its note by size and hash. Removes unfinished parts and notes without a
     * picture. To be called while no agent writes here.
     */
    public static SpoolScan scan(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new SpoolScan(List.of(), List.of());
        }
        Spool spool = new Spool(folder);
        spool.removeUnfinished();
        List<SpooledFrame> frames = new ArrayList<>();
        List<Path> damaged = new ArrayList<>();
        for (String id : spool.ids()) {
            spool.whole(id).ifPresentOrElse(frames::add, () -> damaged.add(spool.pictureOf(id)));
        }
        frames.sort(Comparator.comparing(SpooledFrame::spooled));
        return new SpoolScan(frames, damaged);
    }

    /** Names of the pictures that lie here under their final name, in order. */
    public List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> pictures = Files.newDirectoryStream(folder, "*{" + PICTURE + "," + RAW + "}")) {
            for (Path picture : pictures) {
                ids.add(PictureKind.stem(picture.getFileName().toString()));
            }
        }
        ids.sort(Comparator.naturalOrder());
        return ids;
    }

    /** The frame, if picture and note are there and agree. */
    public Optional<SpooledFrame> whole(String id) throws IOException {
        Path picture = pictureOf(id);
        Path note = note(id);
        try {
            SpooledFrame frame = SpoolNote.read(note).frame(picture, note);
            PictureFile read = PictureFile.read(picture);
            if (read.sizeBytes() == frame.object().sizeBytes() && read.sha256().equals(frame.sha256())) {
                return Optional.of(frame);
            }
            log.warn("{} differs from its note; left where it is", picture);
        } catch (IOException e) {
            log.warn("{} has no readable note ({}); left where it is", picture, e.toString());
        }
        return Optional.empty();
    }

    /** What the note says of a frame that the agent has just spooled; the picture is not read again. */
    public SpooledFrame noted(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new IOException("\"" + id + "\" is no name of a frame");
        }
        SpoolNote noted = SpoolNote.read(note(id));
        return noted.frame(picture(id, noted.object().name()), note(id));
    }

    private Path pictureOf(String id) {
        Path raw = folder.resolve(id + RAW);
        return Files.exists(raw) ? raw : picture(id);
    }

    /** Removes what a crash left half: parts, and notes whose picture never got its name or was filed since. */
    public void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*{" + PART + "," + NOTE + "}")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean explainsPicture = name.endsWith(NOTE) && Files.exists(pictureOf(PictureKind.stem(name)));
                if (!explainsPicture) {
                    log.info("removing {}, left unfinished", file);
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
