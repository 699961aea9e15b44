package caixiang.station.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The steps on a real disk. Each has reached the disk, with its folder, when it returns. */
class DiskSteps implements FileSteps {
    /** The end of the name of a file that is being written. */
    static final String HALF = ".half";

    private static final int BUFFER_BYTES = 1 << 20;

    private final String halfEnd;

    DiskSteps() {
        this(HALF);
    }

    /** @param halfEnd the end of the name of a file while it is being written */
    DiskSteps(String halfEnd) {
        this.halfEnd = halfEnd;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        refuseExisting(file);
        replace(file, content);
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        throughHalf(file, half -> {
            try (FileChannel channel =
                    FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writeAll(channel, content);
            }
        });
    }

    @Override
    public void copy(Path from, Path to, String sha256) throws IOException {
        refuseExisting(to);
        throughHalf(to, half -> {
            MessageDigest digest = FileHash.sha256();
            try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest);
                    FileChannel channel =
                            FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    out.write(buffer, 0, length);
                }
                channel.force(true);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw new ChangedBytesException(from);
            }
        });
    }

    /** See {@link FileSteps#copyHalf}. */
    static void copyToHalf(Path from, Path to) throws IOException {
        refuseExisting(to);
        prepareFolder(to);
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = anew(halfOf(to))) {
            long length = in.size();
            long copied = 0;
            while (copied < length) {
                long now = in.transferTo(copied, length - copied, out);
                if (now <= 0) {
                    throw new ChangedBytesException(from);
                }
                copied += now;
            }
            out.force(true);
        }
    }

    /** See {@link FileSteps#writeHalf}. */
    static void writeToHalf(Path file, byte[] content) throws IOException {
        refuseExisting(file);
        prepareFolder(file);
        try (FileChannel out = anew(halfOf(file))) {
            writeAll(out, content);
        }
    }

    /** See {@link FileSteps#nameHalf}. */
    static void moveFromHalf(Path file) throws IOException {
        refuseExisting(file);
        Files.move(halfOf(file), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileChannel anew(Path half) throws IOException {
        Files.deleteIfExists(half);
        return FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void writeAll(FileChannel out, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        out.force(true);
    }

    @Override
    public void move(Path from, Path to, String sha256) throws IOException {
        refuseExisting(to);
        prepareFolder(to);
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            sync(to);
        } catch (AtomicMoveNotSupportedException e) {
            copy(from, to, sha256);
            Files.delete(from);
        }
    }

    /** Removes a file and syncs its folder. */
    static void remove(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            sync(file);
        }
    }

    /** The name of a file while it is being written. */
    static Path halfOf(Path file) {
        return file.resolveSibling(file.getFileName() + HALF);
    }

    private interface Writing {
        void to(Path half) throws IOException;
    }

    private void throughHalf(Path file, Writing writing) throws IOException {
        prepareFolder(file);
        Path half = file.resolveSibling(file.getFileName() + halfEnd);
        Files.deleteIfExists(half);
        try {
            writing.to(half);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
        sync(file);
    }

    /** A rename would replace silently; names are unique and there is one writer, so looking first is enough. */
    private static void refuseExisting(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    /** Makes the missing folders, each synced into its parent. */
    private static void prepareFolder(Path file) throws IOException {
        Path folder = parent(file);
        if (!Files.isDirectory(folder)) {
            prepareFolder(folder);
            Files.createDirectories(folder);
            sync(folder);
        }
    }

    /** Syncs the folder of a file. */
    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(parent(file), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException(file + " has no folder");
        }
        return parent;
    }
}
