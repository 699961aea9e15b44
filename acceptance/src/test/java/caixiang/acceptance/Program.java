package caixiang.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One of the packaged programs as a process of its own, its output in a log file. Ended with all its children. */
final class Program implements AutoCloseable {
    /** Where the clone lies; Failsafe runs in the module's folder. */
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final Duration START_DEADLINE = Duration.ofSeconds(90);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(30);
    private static final String READY = "READY ";

    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts {@code java -jar MODULE} with the options that the launcher gives. */
    static Program java(String module, Path log, List<String> arguments) throws IOException {
        String jar = "%s/target/%s-%s.jar".formatted(module, module, System.getProperty("caixiang.version"));
        String cache = Files.createDirectories(log.resolveSibling("tmp")).toString();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djna.tmpdir=" + cache,
                "-Dorg.sqlite.tmpdir=" + cache,
                "-jar",
                HOME.resolve(jar).toString()));
        command.addAll(arguments);
        return start(new ProcessBuilder(command), log);
    }

    /** Starts {@code ./caixiang} itself on the jars that this build made. */
    static Program launcher(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(HOME.resolve("caixiang").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.resolveSibling(".").normalize().toFile());
        builder.environment().put("CAIXIANG_SKIP_BUILD", "1");
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        return start(builder, log);
    }

    private static Program start(ProcessBuilder builder, Path log) throws IOException {
        builder.environment().putIfAbsent("LC_ALL", "C.UTF-8");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return new Program(process, log);
    }

    /** The words after READY, once they are there. */
    List<String> awaitReady() throws InterruptedException {
        String line = awaitLine(READY, START_DEADLINE);
        return List.of(line.substring(READY.length()).split(" "));
    }

    /** The first line of the log that contains the text. */
    String awaitLine(String text, Duration atMost) throws InterruptedException {
        return Wait.forFact("a line with '%s' in %s".formatted(text, log), atMost, () -> {
            Optional<String> line = lines().filter(l -> l.contains(text)).findFirst();
            if (line.isEmpty() && !process.isAlive()) {
                throw new AssertionError("ended with %d before '%s':%n%s".formatted(process.exitValue(), text, tail()));
            }
            return line;
        });
    }

    int awaitEnd(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + atMost + ":\n" + tail());
        }
        return process.exitValue();
    }

    Stream<String> lines() {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The processes it has started and not yet ended. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Asks it to end, as a service manager does. */
    void terminate() {
        process.destroy();
    }

    /** As {@code kill -9}: it gets no chance to do anything. Its children live on. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd(STOP_DEADLINE);
    }

    String tail() {
        List<String> all = lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
    }

    @Override
    public void close() {
        List<ProcessHandle> children = children();
        process.destroy();
        try {
            if (!process.waitFor(STOP_DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
