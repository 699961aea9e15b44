package caixiang.sim.rehearsal.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of this rehearsal's own, on a free port of the loopback interface and in a temporary folder, for
 * stations that share one database. Root may not run it: then the user of the distribution's package does.
 */
public final class PrivatePostgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "caixiang";
    private static final String PACKAGE_USER = "postgres";
    private static final int COMMAND_SECONDS_MAX = 120;
    private static final int START_LOOKS_MAX = 300;
    private static final int LOOK_AGAIN_MILLIS = 100;
    private static final int STOP_SECONDS_MAX = 30;

    private final Path folder;
    private final Path programs;
    private final Path log;
    private final int port;
    private Optional<Process> server = Optional.empty();

    private PrivatePostgres(Path folder, Path programs, Path log, int port) {
        this.folder = folder;
        this.programs = programs;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts one; it takes connections when this returns.
     *
     * @param log what the server says; appended to
     * @throws IOException when PostgreSQL is not installed or does not start; the message says what to do
     */
    public static PrivatePostgres start(Path log) throws IOException, InterruptedException {
        Path programs = newestPrograms();
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "caixiang-pg-");
        PrivatePostgres postgres = new PrivatePostgres(folder, programs, log, freePort());
        try {
            postgres.begin();
            return postgres;
        } catch (IOException | InterruptedException e) {
            postgres.close();
            throw e;
        }
    }

    /** As the stations' settings want it. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    private void begin() throws IOException, InterruptedException {
        if (isRoot()) {
            run(List.of("chown", PACKAGE_USER, folder.toString()));
        }
        String data = folder.resolve("data").toString();
        run(unprivileged(
                List.of(program("initdb"), "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")));
        server = Optional.of(process(unprivileged(List.of(
                program("postgres"), "-D", data, "-h", "127.0.0.1", "-p", "" + port, "-k", folder.toString()))));
        for (int look = 0; look < START_LOOKS_MAX; look++) {
            if (server.get().waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                break;
            }
            Process asked =
                    process(List.of(program("pg_isready"), "-q", "-U", USER, "-h", "127.0.0.1", "-p", "" + port));
            if (asked.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS) && asked.exitValue() == 0) {
                return;
            }
        }
        throw new IOException("PostgreSQL did not start; " + log + " says why");
    }

    private static Path newestPrograms() throws IOException {
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> versions = Files.list(INSTALLED)) {
                Optional<Path> newest = versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.naturalOrder());
                if (newest.isPresent()) {
                    return newest.get();
                }
            }
        }
        throw new IOException("several cameras need PostgreSQL; install the package postgresql");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> unprivileged(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> words = new ArrayList<>(List.of("setpriv", "--reuid=" + PACKAGE_USER, "--regid=" + PACKAGE_USER));
        words.add("--clear-groups");
        words.addAll(command);
        return words;
    }

    private Process process(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = process(command);
        if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " does not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed; " + log + " says why");
        }
    }

    /** Stops the server, without waiting for whoever is connected, and removes its folder. */
    @Override
    public void close() {
        try {
            if (server.isPresent() && server.get().isAlive()) {
                // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for the stations.
                run(List.of("kill", "-INT", "" + server.get().pid()));
                if (!server.get().waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                    server.get().destroyForcibly();
                }
            }
            run(List.of("rm", "-r", folder.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            server.ifPresent(Process::destroyForcibly);
        }
    }
}
