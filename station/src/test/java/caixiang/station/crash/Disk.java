package caixiang.station.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small file system of its own that can be full, read-only or unplugged. Needs root, to mount it. */
final class Disk implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final Path place;
    private final Deque<Path> mounts = new ArrayDeque<>();

    private Disk(Path place) {
        this.place = place;
    }

    /** Skips the test where nothing may be mounted, except in CI, where that is a failure. */
    static void require() throws IOException, InterruptedException {
        boolean isRoot =
                new String(run("id", "-u"), StandardCharsets.UTF_8).strip().equals("0");
        boolean mustRun = System.getenv("CI") != null;
        assumeTrue(isRoot || mustRun, "SKIPPED: write errors need root, to mount small file systems");
    }

    static Disk memory(Path place, int megabytes) throws IOException, InterruptedException {
        Disk disk = new Disk(Files.createDirectories(place));
        disk.mount("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "caixiang-test", place.toString());
        return disk;
    }

    /**
     * A folder that shows another one while it is plugged in, and is empty and not writable while it is not, as the place
     * of a removable disk should be.
     */
    static Disk removable(Path place, Path content) throws IOException, InterruptedException {
        Disk disk = new Disk(Files.createDirectories(place));
        Files.createDirectories(content);
        disk.mount("mount", "-t", "tmpfs", "-o", "size=1m,ro", "caixiang-test", place.toString());
        disk.plugIn(content);
        return disk;
    }

    void plugIn(Path content) throws IOException, InterruptedException {
        mount("mount", "--bind", content.toString(), place.toString());
    }

    private void mount(String... command) throws IOException, InterruptedException {
        run(command);
        mounts.push(place);
    }

    void unplug() throws IOException, InterruptedException {
        run("umount", "--lazy", mounts.pop().toString());
    }

    void readOnly(boolean on) throws IOException, InterruptedException {
        run("mount", "-o", on ? "remount,ro" : "remount,rw", place.toString());
    }

    /** Leaves at most so many bytes. */
    void fill(long left) throws IOException {
        try (OutputStream out = Files.newOutputStream(place.resolve("filler"))) {
            byte[] piece = new byte[PIECE];
            while (place.toFile().getUsableSpace() > left) {
                out.write(piece);
            }
            for (int i = 0; left == 0 && i < PIECE; i++) {
                out.write(0);
            }
        } catch (IOException full) {
            assertEquals(0, left, "the disk is fuller than it was to be");
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(place.resolve("filler"));
    }

    private static byte[] run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        byte[] said = process.getInputStream().readAllBytes();
        boolean ended = process.waitFor(20, TimeUnit.SECONDS);
        assertEquals(
                0,
                ended ? process.exitValue() : -1,
                List.of(command) + ": " + new String(said, StandardCharsets.UTF_8));
        return said;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        while (!mounts.isEmpty()) {
            unplug();
        }
    }
}
