package caixiang.station.journal;

import caixiang.station.store.JournalLink;
import caixiang.station.store.JournalReader;
import caixiang.station.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks the journal: the chain of the database, the chain of each folder's files, and whether they say the same. Changes
 * nothing, so it may run beside a station and on a copy. Confined to one thread; memory does not grow with the journal.
 */
public final class JournalCheck {
    private static final int TRIES_MAX = 3;
    static final int FINDINGS_MAX = 20;
    private static final int ROWS = 500;

    private final Path database;
    private final List<Path> folders;

    /** @param folders with the journal's files; one that does not exist is a finding */
    public JournalCheck(Path database, List<Path> folders) {
        this.database = database;
        this.folders = List.copyOf(folders);
    }

    /**
     * Looks at everything.
     *
     * @param onPaper a hash that was written down, of any row, or its beginning; empty if there is none
     * @throws StoreException if the database cannot be read
     * @throws IOException if a folder cannot be read
     */
    public JournalReport check(Optional<String> onPaper) throws StoreException, IOException {
        for (int left = TRIES_MAX; ; left--) {
            try {
                return look(onPaper);
            } catch (NoSuchFileException e) {
                // The station that runs beside has just set a file aside.
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private JournalReport look(Optional<String> onPaper) throws StoreException, IOException {
        List<Finding> findings = new ArrayList<>();
        ChainWalk chain = new ChainWalk("数据库", "database");
        boolean isOnPaper = false;
        try (JournalReader reader = JournalReader.open(database)) {
            Rows rows = new Rows(reader);
            for (Optional<JournalLink> row = rows.next(); row.isPresent(); row = rows.next()) {
                chain.next(row.get());
                isOnPaper |= onPaper.isPresent() && row.get().hash().startsWith(onPaper.get());
            }
            findings.addAll(chain.findings());
            if (onPaper.isPresent() && !isOnPaper) {
                findings.add(new Finding(
                        "数据库中没有纸上记下的校验码，末尾可能被截去，或数据库被换成了旧的",
                        "database: no row has the hash that was written down; its end was cut off, or an older"
                                + " database was put in its place"));
            }
            for (Path folder : folders) {
                compare(folder, reader, chain.sequence(), findings);
            }
        }
        return new JournalReport(
                chain.sequence(), chain.hash(), findings.subList(0, Math.min(findings.size(), FINDINGS_MAX)));
    }

    private void compare(Path folder, JournalReader reader, long rowsInDatabase, List<Finding> findings)
            throws StoreException, IOException {
        ChainWalk chain = new ChainWalk("文件夹 " + folder, "folder " + folder);
        Rows rows = new Rows(reader);
        boolean differs = false;
        for (Path file : new JournalFolder(JournalPlace.in(folder), "").files()) {
            try (Stream<String> lines = JournalLines.of(file)) {
                long number = 0;
                for (String line : (Iterable<String>) lines::iterator) {
                    number++;
                    Optional<JournalLink> link = decode(line, file, number, chain);
                    if (link.isPresent()) {
                        chain.next(link.get());
                        differs = differs || differs(link.get(), rows, rowsInDatabase, file, chain);
                    }
                }
            } catch (UncheckedIOException e) {
                chain.note(file.getFileName() + " 无法读取", file.getFileName() + " cannot be read: " + e.getCause());
            }
        }
        noteEnd(chain, rowsInDatabase);
        noteSetAside(folder, chain);
        findings.addAll(chain.findings());
    }

    private static Optional<JournalLink> decode(String line, Path file, long number, ChainWalk chain) {
        try {
            return Optional.of(JournalLine.decode(line));
        } catch (IOException e) {
            chain.note(
                    "%s 第 %d 行无法辨认".formatted(file.getFileName(), number),
                    "line %d of %s is no row (%s)".formatted(number, file.getFileName(), e.getMessage()));
            return Optional.empty();
        }
    }

    /** The first row that differs is enough: what follows from it differs too. Rows added meanwhile are not compared. */
    private static boolean differs(JournalLink onFile, Rows rows, long rowsInDatabase, Path file, ChainWalk chain)
            throws StoreException {
        if (onFile.sequence() > rowsInDatabase) {
            return false;
        }
        Optional<JournalLink> inDatabase = rows.at(onFile.sequence());
        if (inDatabase.map(row -> row.hash().equals(onFile.hash())).orElse(false)) {
            return false;
        }
        chain.note(
                "第 %d 行与数据库不同（%s）".formatted(onFile.sequence(), file.getFileName()),
                "row %d is not what the database says (%s)".formatted(onFile.sequence(), file.getFileName()));
        return true;
    }

    private void noteEnd(ChainWalk chain, long rowsInDatabase) throws StoreException {
        if (chain.sequence() < rowsInDatabase) {
            chain.note(
                    "止于第 %d 行，数据库止于第 %d 行。若刚断电或被强行结束，启动一次采像站即自动补齐；补齐后仍报此项，则文件末尾被截去"
                            .formatted(chain.sequence(), rowsInDatabase),
                    ("ends with row %d, the database with row %d. After a loss of power or a kill, start the station once:"
                                    + " it completes the file. If this stays, the end of the file was cut off")
                            .formatted(chain.sequence(), rowsInDatabase));
        } else if (chain.sequence() > rowsInDatabase && chain.sequence() > rowsNow()) {
            chain.note(
                    "有 %d 行，数据库只有 %d 行：数据库末尾被截去，或被换成了旧的".formatted(chain.sequence(), rowsInDatabase),
                    "has %d rows, the database only %d: the database's end was cut off, or an older one was put in its place"
                            .formatted(chain.sequence(), rowsInDatabase));
        }
    }

    /** A running station goes on writing while the files are read. */
    private long rowsNow() throws StoreException {
        long last = 0;
        try (JournalReader again = JournalReader.open(database)) {
            Rows rows = new Rows(again);
            for (Optional<JournalLink> row = rows.next(); row.isPresent(); row = rows.next()) {
                last = row.get().sequence();
            }
        }
        return last;
    }

    private static void noteSetAside(Path folder, ChainWalk chain) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> aside = Files.newDirectoryStream(folder, JournalFolder.SET_ASIDE + "*")) {
            for (Path each : aside) {
                chain.note(
                        "曾与数据库不符，旧文件保存在 " + each.getFileName(),
                        "did not follow from the database once; the files of then are kept in " + each.getFileName());
            }
        }
    }

    /** The rows of the database one after the other. */
    private static final class Rows {
        private final JournalReader reader;
        private Iterator<JournalLink> some = List.<JournalLink>of().iterator();
        private long sequence;

        Rows(JournalReader reader) {
            this.reader = reader;
        }

        Optional<JournalLink> next() throws StoreException {
            if (!some.hasNext()) {
                some = reader.after(sequence, ROWS).iterator();
            }
            if (!some.hasNext()) {
                return Optional.empty();
            }
            JournalLink next = some.next();
            sequence = next.sequence();
            return Optional.of(next);
        }

        /** Sequences must be asked for in rising order. */
        Optional<JournalLink> at(long wanted) throws StoreException {
            Optional<JournalLink> row = Optional.empty();
            while (sequence < wanted) {
                row = next();
                if (row.isEmpty()) {
                    return row;
                }
            }
            return row.filter(found -> found.sequence() == wanted);
        }
    }
}
