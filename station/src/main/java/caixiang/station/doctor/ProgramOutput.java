package caixiang.station.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a program prints, within a deadline and a size. */
final class ProgramOutput {
    private static final int BYTES_MAX = 1 << 20;

    private ProgramOutput() {}

    /** Its lines; empty when it is not installed, fails, or does not end in time. */
    static Optional<List<String>> of(List<String> command, Duration atMost) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            String text = CompletableFuture.supplyAsync(() -> read(process.getInputStream()))
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            boolean isWell = process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0;
            return isWell ? Optional.of(text.lines().toList()) : Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(InputStream output) {
        try {
            return new String(output.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
