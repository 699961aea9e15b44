package caixiang.station.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, as lower-case hex. Links are not followed. */
public final class FileHash {
    private static final int BUFFER_BYTES = 1 << 18;
    private static final ThreadLocal<ByteBuffer> BUFFERS =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER_BYTES));

    private FileHash() {}

    /** Reads the whole file. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = BUFFERS.get();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            buffer.clear();
            while (in.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Whether this may be the file that its sidecar describes; true for a file without one. */
    static boolean isExpected(ArchivePaths paths, String file, String sha256) throws IOException {
        Path sidecar = paths.resolve(file.replaceFirst("\\.[^./]+$", ".json"));
        if (ArchivePaths.isOriginal(file) && Files.isRegularFile(sidecar, LinkOption.NOFOLLOW_LINKS)) {
            Frame frame = Sidecar.read(sidecar);
            if (frame.file().equals(file)) {
                return frame.sha256().equals(sha256);
            }
            if (frame.companion().isPresent() && frame.companion().get().file().equals(file)) {
                return frame.companion().get().sha256().equals(sha256);
            }
        }
        return true;
    }
}
