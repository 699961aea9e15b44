package caixiang.station;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says that an import has begun. Until it is finished the archive holds files that the database does not know, and a
 * station would take them for frames whose rows were lost.
 */
final class ImportMark {
    private static final String NAME = "import-begun";

    private final Path file;

    private ImportMark(Path file) {
        this.file = file;
    }

    static ImportMark set(Path data, Path bundle) throws IOException {
        Path file = data.resolve(NAME);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(
                    ByteBuffer.wrap(String.valueOf(bundle.toAbsolutePath()).getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        sync(data);
        return new ImportMark(file);
    }

    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    /** @throws IOException when an import was begun and not finished; the message says how to finish it */
    static void requireNone(Path data) throws IOException {
        Path file = data.resolve(NAME);
        if (Files.exists(file)) {
            throw new IOException("上次导入未完成，请再次运行同一导入命令 an import was begun and did not end; run it again: caixiang"
                    + " archive import --bundle " + Files.readString(file));
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
