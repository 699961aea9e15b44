package caixiang.sim.camera.body;

import caixiang.sim.scene.Frame;
import caixiang.sim.scene.RawFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every exposure's file and record, apart from what the initiator deletes: a test can still ask what was shot.
 * Lives in a temporary folder that {@link #close} removes. Safe for use by several threads.
 */
public final class ExposureLog implements AutoCloseable {
    /** Records that are kept; the oldest is dropped for the next. */
    public static final int EXPOSURES_MAX = 10_000;

    /** Files that are kept after the initiator deleted them. */
    public static final int DELETED_FILES_MAX = 200;

    private static final String OLD_FILE = "old.jpg";
    private static final Logger log = LoggerFactory.getLogger(ExposureLog.class);

    private final Path folder;
    private final Deque<Exposure> exposures = new ArrayDeque<>();
    private final Deque<Path> deletedFiles = new ArrayDeque<>();

    public ExposureLog() throws IOException {
        folder = Files.createTempDirectory("caixiang-card-");
    }

    /** Writes the frame's bytes, untouched. */
    Exposure.Digest write(Frame frame) throws IOException {
        return write(frame.nonce() + ".jpg", frame.jpeg().bytes());
    }

    /** Writes the RAW file of the same exposure. */
    Exposure.Digest writeRaw(Frame frame, int sizeBytes) throws IOException {
        return write(frame.nonce() + ".nef", RawFile.of(frame, sizeBytes));
    }

    /** Writes a file that was there before anything was shot; all old files share its bytes. */
    Exposure.Digest writeOld(byte[] bytes) throws IOException {
        return write(OLD_FILE, bytes);
    }

    private Exposure.Digest write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return new Exposure.Digest(sha256(bytes), bytes.length, file);
    }

    synchronized void add(Exposure exposure) {
        exposures.addLast(exposure);
        if (exposures.size() > EXPOSURES_MAX) {
            exposures.removeFirst();
        }
    }

    /** The file was deleted on the camera; it stays readable here for a while. */
    public synchronized void release(Path file) {
        if (file.endsWith(OLD_FILE)) {
            return;
        }
        deletedFiles.addLast(file);
        if (deletedFiles.size() > DELETED_FILES_MAX) {
            remove(deletedFiles.removeFirst());
        }
    }

    public synchronized List<Exposure> exposures() {
        return List.copyOf(exposures);
    }

    public synchronized Optional<Exposure> exposure(long nonce) {
        return exposures.stream().filter(e -> e.nonce() == nonce).findFirst();
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(ExposureLog::remove);
        } catch (IOException | UncheckedIOException e) {
            log.warn("cannot list {}", folder, e);
        }
        remove(folder);
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("cannot remove {}", path, e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
