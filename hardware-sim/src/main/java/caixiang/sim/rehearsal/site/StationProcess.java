package caixiang.sim.rehearsal.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One station as a process of its own, which can be killed and started again on the same data. Safe for use by several
 * threads; starting and killing exclude each other.
 */
public final class StationProcess implements AutoCloseable {
    private static final Duration START_DEADLINE = Duration.ofMinutes(3);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(30);
    private static final String READY = "READY ";

    private final String name;
    private final List<String> command;
    private final Path log;
    private Optional<Process> process = Optional.empty();
    private volatile URI address = URI.create("http://127.0.0.1:9/");

    /**
     * @param command what starts the station; it prints READY and its address
     * @param log what the station says on standard error; appended to
     */
    public StationProcess(String name, List<String> command, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.log = log;
    }

    public String name() {
        return name;
    }

    /** Where the console is; changes with each start. Nobody answers there while the station is down. */
    public URI address() {
        return address;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @throws IOException when it ends or says nothing for three minutes; the message names the log
     */
    public synchronized void start() throws IOException, InterruptedException {
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = Optional.of(started);
        started.getOutputStream().close();
        CompletableFuture<URI> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(started, ready), "station-" + name);
        reader.setDaemon(true);
        reader.start();
        try {
            address = ready.get(START_DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IOException("station " + name + " did not start; " + log + " says why", e);
        }
    }

    /** Reads to the end, so that the station never waits for somebody to read. */
    private static void read(Process started, CompletableFuture<URI> ready) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(URI.create(line.substring(READY.length()).strip()));
                }
            }
            ready.completeExceptionally(new IOException("the station ended"));
        } catch (IOException | IllegalArgumentException e) {
            ready.completeExceptionally(e);
        }
    }

    /** As {@code kill -9}: the station gets no chance to do anything. Its camera agent lives on for a moment. */
    public synchronized void kill() throws InterruptedException {
        if (process.isPresent()) {
            process.get().destroyForcibly();
            process.get().waitFor(STOP_DEADLINE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Kills the camera agents, which are the station's only children. */
    public synchronized void killAgents() {
        process.ifPresent(station -> station.children().forEach(ProcessHandle::destroyForcibly));
    }

    /** Asks it to end and insists after a deadline, its children too. */
    @Override
    public synchronized void close() {
        if (process.isEmpty()) {
            return;
        }
        Process running = process.get();
        List<ProcessHandle> children = running.descendants().toList();
        running.destroy();
        try {
            if (!running.waitFor(STOP_DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process = Optional.empty();
    }
}
