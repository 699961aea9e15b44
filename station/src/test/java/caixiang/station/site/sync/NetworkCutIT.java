package caixiang.station.site.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.store.PostgresServer;
import caixiang.station.store.SharedAddress;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A station in a network namespace whose only cable is pulled: nothing says that the connection is gone, packets just stop.
 * Needs root and the program {@code ip}.
 */
@Timeout(180)
class NetworkCutIT {
    private static final long COMMAND_SECONDS = 20;
    private static final long SAID_MILLIS = 6_500;
    private static final long USUAL_MILLIS = 1_500;

    /** Short: the names of network devices hold 15 characters. */
    private final String name = "cx" + ProcessHandle.current().pid() % 100_000;

    @TempDir
    Path folder;

    @Test
    void aPulledCableIsNoticedInTimeAndHoldsUpNothing() throws Exception {
        assumeNamespaces();
        run("ip", "netns", "add", name);
        try (PostgresServer server = PostgresServer.start();
                ServerSocket gate = connect(server.port())) {
            SharedAddress address = server.newDatabase();
            String far = address.url().replace("127.0.0.1:" + server.port(), "10.213.7.1:" + gate.getLocalPort());
            var station = new Station(far, address.user());
            try {
                station.obeys("roster");
                station.obeys("reserve");
                assertEquals("1", station.obeys("check-in S1").word());
                long usual = station.obeys("file 1 1").millis();

                run("ip", "link", "set", name + "a", "down");
                Answer first = station.obeys("check-in S2");
                Answer second = station.obeys("check-in S3");
                Answer frame = station.obeys("file 2 1");

                System.out.printf(
                        "cable pulled: first check-in %d ms, second %d ms, filing %d ms (before %d ms)%n",
                        first.millis(), second.millis(), frame.millis(), usual);
                assertTrue(Integer.parseInt(first.word()) > 9_000, "out of the reserve");
                assertTrue(first.millis() < SAID_MILLIS, "said after " + first.millis() + " ms");
                assertTrue(second.millis() < USUAL_MILLIS, "said after " + second.millis() + " ms");
                assertTrue(frame.millis() < USUAL_MILLIS, "filed after " + frame.millis() + " ms");

                run("ip", "link", "set", name + "a", "up");
                station.obeys("in-step 2");
                try (SharedDatabase look = SharedDatabase.at(address, Clock.systemUTC())) {
                    assertEquals(
                            3,
                            Waiting.forResult(look.read(handle -> handle.createQuery("SELECT count(*) FROM sitting")
                                            .mapTo(Integer.class)
                                            .one()))
                                    .intValue());
                }
            } finally {
                station.end();
            }
        } finally {
            new ProcessBuilder("ip", "netns", "del", name).start().waitFor();
            new ProcessBuilder("ip", "link", "del", name + "a").start().waitFor();
        }
    }

    private void assumeNamespaces() throws Exception {
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        boolean works = isRoot && exitStatus("ip", "netns", "list") == 0 && exitStatus("ip", "netns", "add", name) == 0;
        if (works) {
            exitStatus("ip", "netns", "del", name);
        }
        Assumptions.assumeTrue(works, "SKIPPED: no network namespaces; run as root with the package iproute2");
    }

    /** A cable between the namespace and here, and a gate here that passes on to the server's loopback address. */
    private ServerSocket connect(int port) throws Exception {
        run("ip", "link", "add", name + "a", "type", "veth", "peer", "name", name + "b");
        run("ip", "link", "set", name + "b", "netns", name);
        run("ip", "addr", "add", "10.213.7.1/24", "dev", name + "a");
        run("ip", "link", "set", name + "a", "up");
        run("ip", "netns", "exec", name, "ip", "addr", "add", "10.213.7.2/24", "dev", name + "b");
        run("ip", "netns", "exec", name, "ip", "link", "set", name + "b", "up");
        run("ip", "netns", "exec", name, "ip", "link", "set", "lo", "up");
        ServerSocket gate = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {10, (byte) 213, 7, 1}));
        daemon(() -> {
            while (true) {
                Socket from = gate.accept();
                Socket to = new Socket(InetAddress.getLoopbackAddress(), port);
                daemon(() -> from.getInputStream().transferTo(to.getOutputStream()));
                daemon(() -> to.getInputStream().transferTo(from.getOutputStream()));
            }
        });
        return gate;
    }

    private interface Transfer {
        void run() throws IOException;
    }

    private static void daemon(Transfer transfer) {
        Thread thread = new Thread(() -> {
            try {
                transfer.run();
            } catch (IOException closed) {
                // The end of this connection; the station is to notice by itself.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private record Answer(String word, long millis) {}

    private final class Station {
        private final Process process;
        private final BufferedReader answers;
        private final PrintStream orders;

        Station(String url, String user) throws IOException {
            process = new ProcessBuilder(
                            "ip",
                            "netns",
                            "exec",
                            name,
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dfile.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CutOffMain.class.getName(),
                            folder.toString(),
                            url,
                            user)
                    .redirectError(folder.resolve("station.err").toFile())
                    .start();
            InputStream out = process.getInputStream();
            OutputStream in = process.getOutputStream();
            answers = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
            orders = new PrintStream(in, true, StandardCharsets.UTF_8);
            await("READY");
        }

        Answer obeys(String order) throws IOException {
            orders.println(order);
            String[] words = await("").split(" ", -1);
            return new Answer(words[0], Long.parseLong(words[1]));
        }

        /** Logging goes to the same stream. */
        private String await(String wanted) throws IOException {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (wanted.isEmpty() ? line.matches("(done|\\d+) \\d+") : line.equals(wanted)) {
                    return line;
                }
            }
            throw new IOException("it ended: " + java.nio.file.Files.readString(folder.resolve("station.err")));
        }

        void end() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static int exitStatus(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
    }
}
