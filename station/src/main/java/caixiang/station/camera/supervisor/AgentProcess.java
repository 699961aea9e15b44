package caixiang.station.camera.supervisor;

import caixiang.station.camera.agent.AgentMain;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the agent: the child process and the listening socket made for it alone. */
final class AgentProcess {
    private static final Logger log = LoggerFactory.getLogger(AgentProcess.class);
    private static final Logger agentLog = LoggerFactory.getLogger("caixiang.agent");
    private static final int LINE_MAX = 2_000;

    /** A process that is already dead takes a moment to be seen so. */
    private static final long REAP_MILLIS = 100;

    /**
     * The agent streams past its heap; what it needs is for listings of large cards. Both compilers stay on: only the
     * second knows the processor's SHA-256 instructions, a matter of 90 ms per frame.
     */
    private static final List<String> JVM = List.of(
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Dlogback.configurationFile=caixiang/station/camera/agent/logback.xml");

    private final Path folder;
    private final ServerSocketChannel server;
    private final Process process;

    private AgentProcess(Path folder, ServerSocketChannel server, Process process) {
        this.folder = folder;
        this.server = server;
        this.process = process;
    }

    static AgentProcess start(Path home) throws IOException {
        Files.createDirectories(home);
        // Socket paths are limited to about 100 bytes, so not in the data folder. The mode keeps other users out.
        Path folder = Files.createTempDirectory(
                "caixiang", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path socket = folder.resolve("agent");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket), 1);
            Process process = command(socket, home).start();
            log.info("agent started, process {}", process.pid());
            Thread reader = new Thread(() -> copyLog(process), "agent-log-" + process.pid());
            reader.setDaemon(true);
            reader.start();
            return new AgentProcess(folder, server, process);
        } catch (IOException e) {
            server.close();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    private static ProcessBuilder command(Path socket, Path home) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        // A crash in native code writes its report here, not into whatever folder the station runs in.
        command.add("-XX:ErrorFile=" + home.toAbsolutePath().resolve("hs_err_%p.log"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(AgentMain.class.getName(), socket.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectInput(new File("/dev/null")).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("HOME", home.toAbsolutePath().toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.remove("LANGUAGE");
        return builder;
    }

    private static void copyLog(Process process) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream output = new BufferedInputStream(process.getInputStream())) {
            for (int next = output.read(); next >= 0; next = output.read()) {
                if (next != '\n') {
                    line.write(next);
                }
                if (next == '\n' || line.size() == LINE_MAX) {
                    agentLog.info("[{}] {}", process.pid(), line.toString(StandardCharsets.UTF_8));
                    line.reset();
                }
            }
        } catch (IOException e) {
            agentLog.debug("[{}] log ended: {}", process.pid(), e.toString());
        }
    }

    ServerSocketChannel server() {
        return server;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Gives the process the time to end by itself, then ends it. */
    void end(long graceMillis) {
        try {
            server.close();
            if (!process.waitFor(Math.max(graceMillis, REAP_MILLIS), TimeUnit.MILLISECONDS)) {
                log.warn("ending agent process {} by force", process.pid());
                process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
            }
            log.info("agent process {} ended", process.pid());
            Files.deleteIfExists(folder.resolve("agent"));
            Files.deleteIfExists(folder);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("{} is left behind: {}", folder, e.toString());
        }
    }
}
