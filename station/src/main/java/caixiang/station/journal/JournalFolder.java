package caixiang.station.journal;

import caixiang.station.crash.CrashPoint;
import caixiang.station.store.JournalLink;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a journal: {@code <station>-<yyyymm>.jsonl}, one line for each row, in the order of the rows. Only ever
 * appended to. Confined to one thread.
 */
final class JournalFolder {
    static final String SET_ASIDE = "set-aside-";
    private static final String LINES = ".jsonl";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyyMM").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Path proof;
    private final String station;

    JournalFolder(JournalPlace place, String station) {
        this.folder = place.folder();
        this.proof = place.proof();
        this.station = station;
    }

    Path folder() {
        return folder;
    }

    /** Makes the folder, if its disk is there. */
    void open() throws IOException {
        if (!Files.exists(proof)) {
            throw new NoSuchFileException(proof.toString());
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            sync(folder.toAbsolutePath().resolveSibling("."));
        }
    }

    /** The files in the order of their first rows; a file whose first line says nothing comes last. */
    List<Path> files() throws IOException {
        record Begun(Path file, long sequence) {}
        List<Begun> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + LINES)) {
                for (Path file : found) {
                    files.add(new Begun(file, firstSequence(file)));
                }
            }
        }
        files.sort(Comparator.comparingLong(Begun::sequence).thenComparing(Begun::file));
        return files.stream().map(Begun::file).toList();
    }

    private static long firstSequence(Path file) throws IOException {
        try (Stream<String> lines = JournalLines.of(file)) {
            return JournalLine.decode(lines.findFirst().orElse("")).sequence();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Long.MAX_VALUE;
        }
    }

    /** The newest row on file. Cuts off a line that was being written when the program ended; it is written again. */
    Optional<JournalLink> last() throws IOException {
        List<Path> files = files();
        for (int i = files.size() - 1; i >= 0; i--) {
            Optional<JournalLink> last = lastOf(files.get(i));
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    private static Optional<JournalLink> lastOf(Path file) throws IOException {
        try (RandomAccessFile lines = new RandomAccessFile(file.toFile(), "rw")) {
            long length = lines.length();
            int tail = (int) Math.min(length, JournalLine.BYTES_MAX);
            byte[] bytes = new byte[tail];
            lines.seek(length - tail);
            lines.readFully(bytes);
            int end = tail;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            if (end < tail) {
                lines.setLength(length - tail + end);
                lines.getFD().sync();
            }
            int begin = end - 1;
            while (begin > 0 && bytes[begin - 1] != '\n') {
                begin--;
            }
            return end == 0
                    ? Optional.empty()
                    : Optional.of(JournalLine.decode(new String(bytes, begin, end - begin, StandardCharsets.UTF_8)));
        }
    }

    /**
     * Writes rows behind the last one; they are on the disk when this returns.
     *
     * @param after the newest row on file, whose place the rows continue
     */
    void append(List<JournalLink> rows, Optional<JournalLink> after) throws IOException {
        String month = "";
        if (after.isPresent()) {
            month = MONTH.format(after.get().row().at());
        }
        int next = 0;
        while (next < rows.size()) {
            // A clock set back does not send a row to an earlier file.
            month = later(month, rows.get(next));
            StringBuilder text = new StringBuilder();
            int end = next;
            while (end < rows.size() && later(month, rows.get(end)).equals(month)) {
                text.append(JournalLine.encode(rows.get(end))).append('\n');
                end++;
            }
            write(folder.resolve(station + "-" + month + LINES), text.toString());
            next = end;
        }
    }

    private static String later(String month, JournalLink row) {
        String own = MONTH.format(row.row().at());
        return own.compareTo(month) > 0 ? own : month;
    }

    private static void write(Path file, String text) throws IOException {
        boolean isNew = !Files.exists(file);
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            CrashPoint.JOURNAL_LINES_WRITTEN.passed();
            out.force(true);
        }
        if (isNew) {
            sync(file.toAbsolutePath().resolveSibling("."));
        }
    }

    /** Puts the files where they are kept but no longer continued. Returns where. */
    Path setAside(String name) throws IOException {
        Path aside = Files.createDirectory(folder.resolve(SET_ASIDE + name));
        for (Path file : files()) {
            Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        sync(aside);
        sync(folder);
        return aside;
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
