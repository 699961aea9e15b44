package caixiang.station;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program of ours started as a process of its own, as in life. */
final class ChildProcess implements AutoCloseable {
    private static final String READY = "READY ";
    private static final long START_SECONDS = 60;
    private static final long END_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    ChildProcess(String mainClass, Path folder, String... words) throws IOException {
        errors = Files.createTempFile(Files.createDirectories(folder), mainClass, ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.start();
        Thread reader = new Thread(this::read, "read-" + mainClass);
        reader.setDaemon(true);
        reader.start();
    }

    /** What stands after READY. Fails with what the program said if it ends before. */
    String awaitReady() throws Exception {
        return ready.get(START_SECONDS, TimeUnit.SECONDS);
    }

    /** The exit status, once it has ended by itself or by {@link #terminate}. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + process.info().commandLine());
        }
        return process.exitValue();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()));
                }
            }
            ready.completeExceptionally(new AssertionError("ended before it was ready: " + errors()));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }
}
