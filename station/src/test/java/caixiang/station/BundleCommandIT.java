package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.Frame;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session goes from a branch city's archive into the main one. */
class BundleCommandIT {
    private static final String DAY = "2026-06-20-a";

    @TempDir
    Path folder;

    private BundledSite branch;
    private BundledSite main;
    private Path bundle;
    private Path passphrase;

    @BeforeEach
    void twoSites() throws Exception {
        branch = new BundledSite(folder.resolve("branch"));
        main = new BundledSite(folder.resolve("main"));
        bundle = folder.resolve("branch.caixiang");
        passphrase = Files.writeString(folder.resolve("passphrase"), "twelve or more 字\n");
    }

    @Test
    void everythingArrivesUnderTheMainArchivesOwnKey() throws Exception {
        List<Frame> frames = branch.photograph(DAY, "20260001", "20260002", "20260003");
        main.photograph("2026-06-19-a", "20259999");
        List<String> people = branch.people(DAY);

        export();
        assertEquals(Main.FINE, take(), main::said);

        assertEquals(people, main.people(DAY));
        assertEquals(frames, main.frames(DAY));
        for (Frame frame : frames) {
            assertArrayEquals(
                    Files.readAllBytes(branch.data.resolve("archive").resolve(frame.file())),
                    Files.readAllBytes(main.data.resolve("archive").resolve(frame.file())));
        }
        assertEquals(Main.FINE, main.run("archive", "verify", "--data", main.data.toString()), main::said);
        assertFalse(new String(Files.readAllBytes(bundle), StandardCharsets.ISO_8859_1).contains("20260001"));
    }

    @Test
    void takenInAgainItChangesNothing() throws Exception {
        branch.photograph(DAY, "20260001", "20260002");
        export();
        assertEquals(Main.FINE, take(), main::said);
        List<String> files = files(main.data.resolve("archive"));

        assertEquals(Main.FINE, take(), main::said);

        assertTrue(main.said().contains("frames 0"), main.said());
        assertEquals(files, files(main.data.resolve("archive")));
    }

    @Test
    void aConflictIsListedAndNothingIsTakenIn() throws Exception {
        branch.photograph(DAY, "20260001", "20260002");
        main.photograph(DAY, "20260007");
        List<String> people = main.people(DAY);
        List<String> files = files(main.data);
        export();

        assertEquals(3, take());

        assertTrue(main.said().contains("冲突 conflict: sitting number 1"), main.said());
        assertTrue(main.said().contains("--as NEWID"), main.said());
        assertFalse(main.said().contains("样2026"), main.said());
        assertEquals(people, main.people(DAY));
        assertEquals(files, files(main.data));
    }

    @Test
    void twoPlacesThatUsedTheSameSessionIdCanBothBeKept() throws Exception {
        branch.photograph(DAY, "20260001", "20260002");
        main.photograph(DAY, "20260007");
        List<String> people = branch.people(DAY);
        export();

        assertEquals(Main.FINE, take("--as", "2026-06-20-chengdu"), main::said);

        assertEquals(people, main.people("2026-06-20-chengdu"));
        Frame arrived = main.frames("2026-06-20-chengdu").get(0);
        assertTrue(Files.isRegularFile(main.data.resolve("archive").resolve(arrived.file())), arrived.file());
        assertEquals(Main.FINE, main.run("archive", "verify", "--data", main.data.toString()), main::said);
    }

    @Test
    void checkingOnlyTellsWhatWouldHappen() throws Exception {
        branch.photograph(DAY, "20260001");
        export();

        assertEquals(Main.FINE, take("--check"), main::said);

        assertTrue(main.said().contains("frames 1"), main.said());
        assertEquals(List.of(), main.people(DAY));
    }

    /** The state a crash leaves: files are there, rows are not, and the mark stands. */
    @Test
    void anImportThatWasCutShortIsFinishedByRunningItAgain() throws Exception {
        List<Frame> frames = branch.photograph(DAY, "20260001", "20260002");
        export();
        Frame first = frames.get(0);
        main.photograph("2026-06-19-a", "20259999");
        Path place = main.data.resolve("archive").resolve(first.file());
        Files.createDirectories(place.getParent());
        Files.copy(branch.data.resolve("archive").resolve(first.file()), place);
        ImportMark.set(main.data, bundle);

        assertEquals(Main.CANNOT_START, main.run("run", "--http-port", "0", "--camera", "none"));
        assertTrue(main.said().contains("archive import --bundle " + bundle), main.said());
        assertEquals(Main.FINE, take(), main::said);

        assertEquals(frames, main.frames(DAY));
        ImportMark.requireNone(main.data);
    }

    @Test
    void whatCannotBeUsedIsSaidInOneLineAndLeavesNothingBehind() throws Exception {
        branch.photograph(DAY, "20260001");
        export();
        main.photograph("2026-06-19-a", "20259999");
        List<String> files = files(main.data);
        byte[] damaged = Files.readAllBytes(bundle);
        damaged[damaged.length / 2] ^= 1;
        Path other = Files.write(folder.resolve("damaged.caixiang"), damaged);
        Path wrong = Files.writeString(folder.resolve("wrong"), "another passphrase");

        assertRefused("damaged", "--bundle", other.toString(), "--passphrase-file", passphrase.toString());
        assertRefused("passphrase is wrong", "--bundle", bundle.toString(), "--passphrase-file", wrong.toString());
        assertRefused("cannot be read", "--bundle", folder + "/none", "--passphrase-file", passphrase.toString());
        assertEquals(files, files(main.data));
    }

    @Test
    void aDamagedFrameIsNotCarriedOn() throws Exception {
        Frame frame = branch.photograph(DAY, "20260001").get(0);
        Path file = branch.data.resolve("archive").resolve(frame.file());
        byte[] rotten = Files.readAllBytes(file);
        rotten[100] ^= 1;
        Files.write(file, rotten);

        assertEquals(2, branch.run(exporting()));

        assertTrue(branch.said().contains("archive verify"), branch.said());
        assertFalse(Files.exists(bundle));
    }

    @Test
    void aMoveUnderWayIsFinishedBeforeASessionIsPacked() throws Exception {
        branch.photograph(DAY, "20260001");
        Path moves = Files.createDirectories(branch.data.resolve("archive").resolve(DAY + "/moves"));
        Files.writeString(moves.resolve("0193519b-0000-7000-8000-000000000001.move"), "{}");

        assertEquals(2, branch.run(exporting()));

        assertTrue(branch.said().contains("start the station once"), branch.said());
        assertFalse(Files.exists(bundle));
    }

    /** GnuPG and the ZIP reader of Java stand in for the day on which this program is gone. */
    @Test
    void gnuPgOpensTheBundle() throws Exception {
        Frame frame = branch.photograph(DAY, "20260001").get(0);
        export();
        byte[] zip = decryptWithGpg();

        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(frame.file())) {
                    assertArrayEquals(
                            Files.readAllBytes(branch.data.resolve("archive").resolve(frame.file())),
                            in.readAllBytes());
                    return;
                }
            }
        }
        throw new AssertionError(frame.file() + " is not in the bundle");
    }

    private byte[] decryptWithGpg() throws Exception {
        boolean hasGpg = Stream.of(System.getenv("PATH").split(":")).anyMatch(p -> Files.exists(Path.of(p, "gpg")));
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(hasGpg, "GnuPG is not installed: apt-get install gpg");
        }
        assertTrue(hasGpg, "GnuPG is not installed");
        Path home = Files.createDirectories(folder.resolve("gnupg"));
        Path plain = folder.resolve("plain.zip");
        Process gpg = new ProcessBuilder(
                        "gpg",
                        "--homedir",
                        home.toString(),
                        "--batch",
                        "--pinentry-mode",
                        "loopback",
                        "--passphrase-file",
                        passphrase.toString(),
                        "--output",
                        plain.toString(),
                        "--decrypt",
                        bundle.toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(gpg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(gpg.waitFor(60, TimeUnit.SECONDS), words);
        assertEquals(0, gpg.exitValue(), words);
        return Files.readAllBytes(plain);
    }

    private void assertRefused(String why, String... words) {
        String[] all =
                Stream.concat(Stream.of("archive", "import"), Stream.of(words)).toArray(String[]::new);
        assertEquals(2, main.run(all), main::said);
        assertTrue(main.said().contains(why), main.said());
        assertEquals(1, main.said().lines().count(), main.said());
    }

    private void export() {
        assertEquals(Main.FINE, branch.run(exporting()), branch::said);
    }

    private String[] exporting() {
        return new String[] {
            "archive",
            "export",
            "--session",
            DAY,
            "--out",
            bundle.toString(),
            "--passphrase-file",
            passphrase.toString()
        };
    }

    private int take(String... more) {
        Stream<String> words = Stream.of(
                "archive", "import", "--bundle", bundle.toString(), "--passphrase-file", passphrase.toString());
        return main.run(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private static List<String> files(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            // The database's own files come and go with each opening.
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> !file.startsWith("db/") && !file.equals("lock"))
                    .sorted()
                    .toList();
        }
    }
}
