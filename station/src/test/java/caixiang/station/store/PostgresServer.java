package caixiang.station.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server of our own: a new data folder, a free port on the loopback address, no Unix socket, every commit
 * synced. PostgreSQL refuses to run as root, so for root it runs as {@code nobody}.
 */
public final class PostgresServer implements AutoCloseable {
    public static final String USER = "caixiang";

    private static final long COMMAND_SECONDS = 60;
    private static final long START_SECONDS = 30;
    private static final int STARTS_MAX = 5;
    private static final String READY = "database system is ready to accept connections";
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final Path home;
    private int port;
    private int databases;
    private @Nullable Process server;

    private PostgresServer(Path programs, Path home) {
        this.programs = programs;
        this.home = home;
    }

    /** Skips the test loudly when there is no PostgreSQL; with {@code CI} set that is a failure. */
    public static PostgresServer start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty() && System.getenv("CI") != null) {
            throw new AssertionError("PostgreSQL's server programs are missing; install the package postgresql");
        }
        Assumptions.assumeTrue(programs.isPresent(), "SKIPPED: PostgreSQL is missing; install the package postgresql");
        // Not in a @TempDir: those folders are closed to others, and the server may run as nobody.
        Path home = Files.createTempDirectory(Path.of("/tmp"), "cxpg");
        if (IS_ROOT) {
            run("chown", "nobody", home.toString());
        }
        var server = new PostgresServer(programs.get(), home);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        run(server.unprivileged(
                "initdb",
                "--auth=trust",
                "--username=" + USER,
                "--encoding=UTF8",
                "--locale=C",
                "-N",
                "-D",
                data(home)));
        server.restart();
        return server;
    }

    /** A new, empty database; its address for JDBC. */
    public synchronized SharedAddress newDatabase() throws SQLException {
        String name = "site" + ++databases;
        execute("CREATE DATABASE " + name);
        return address(name);
    }

    /** A new database that is a copy of another one nobody is connected to; quicker than migrating again. */
    public synchronized SharedAddress copyOf(SharedAddress original) throws SQLException {
        String name = "site" + ++databases;
        execute("CREATE DATABASE " + name + " TEMPLATE "
                + original.url().substring(original.url().lastIndexOf('/') + 1));
        return address(name);
    }

    public int port() {
        return port;
    }

    private SharedAddress address(String database) {
        return new SharedAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, "");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address("postgres").url(), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** SIGKILL, as a power cut would: no goodbye to anybody. */
    public void kill() throws InterruptedException {
        Process running = Objects.requireNonNull(server);
        List<ProcessHandle> children = running.descendants().toList();
        running.destroyForcibly().waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle child : children) {
            child.onExit()
                    .completeOnTimeout(child, COMMAND_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }

    /** Starts it, the first time or after {@link #kill}; on the same port, if it had one. */
    public void restart() throws IOException, InterruptedException {
        // A port that was free a moment ago may be taken, and what a killed server held is let go of a little later.
        for (int attempt = 1; ; attempt++) {
            int wanted = port == 0 ? freePort() : port;
            if (isStarted(wanted)) {
                port = wanted;
                return;
            }
            if (attempt == STARTS_MAX) {
                throw new IOException("PostgreSQL does not start in " + home);
            }
        }
    }

    private boolean isStarted(int wanted) throws IOException, InterruptedException {
        List<String> command = unprivileged(
                "postgres",
                "-D",
                data(home),
                "-p",
                "" + wanted,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=60",
                "-c",
                "fsync=on");
        Process started = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(started, ready), "postgres-log");
        reader.setDaemon(true);
        reader.start();
        server = started;
        return ready.completeOnTimeout(false, START_SECONDS, TimeUnit.SECONDS).join();
    }

    private static void read(Process process, CompletableFuture<Boolean> ready) {
        try (var log = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (line.contains(READY)) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.complete(false);
    }

    /** Also called when the program ends; the second time it finds nothing. */
    @Override
    public synchronized void close() {
        try {
            Process running = server;
            if (running != null && running.isAlive()) {
                kill();
            }
            if (!Files.exists(home)) {
                return;
            }
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> unprivileged(String program, String... words) {
        List<String> command = new ArrayList<>();
        if (IS_ROOT) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(words));
        return command;
    }

    private static String data(Path home) {
        return home.resolve("data").toString();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        run(List.of(command));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
    }

    /** Debian and Red Hat keep each version in a folder of its own; the newest serves. */
    private static Optional<Path> programs() throws IOException {
        List<Path> found = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).forEach(found::add);
            }
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            found.add(Path.of(folder));
        }
        return found.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .filter(folder -> Files.isExecutable(folder.resolve("postgres")))
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
