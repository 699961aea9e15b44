package caixiang.station.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A program that was started, its words in a log. */
final class Started {
    private static final String READY = "READY ";

    private final Process process;
    private final Path log;

    Started(ProcessBuilder builder, Path log) throws IOException {
        this.log = log;
        process = builder.redirectOutput(log.toFile()).start();
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String awaitReady() throws Exception {
        return ready().orElseThrow(() -> new AssertionError("ended before it was ready, see " + log));
    }

    /** What stands after READY; empty if it ended before. */
    Optional<String> ready() throws Exception {
        long until = System.nanoTime() + CrashRig.SOON.toNanos();
        while (System.nanoTime() < until) {
            boolean wasAlive = process.isAlive();
            for (String line : Files.readString(log, StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith(READY)) {
                    return Optional.of(line.substring(READY.length()).strip());
                }
            }
            if (!wasAlive) {
                return Optional.empty();
            }
            pause();
        }
        throw new AssertionError("not ready in time, see " + log);
    }

    void stop() throws InterruptedException {
        // A program that watches another lets go of it when it is ended, and the other would live on.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Between two looks at another process. */
    static void pause() throws InterruptedException {
        // Nobody counts this latch down: another process is what is being waited for.
        boolean counted = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        if (counted) {
            throw new AssertionError("nobody counts");
        }
    }
}
