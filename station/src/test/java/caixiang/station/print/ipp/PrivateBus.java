package caixiang.station.print.ipp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A D-Bus of our own. Up to CUPS 2.4 {@code ippeveprinter -r off} still wants to reach Avahi and ends when there is no
 * system bus; a bus on which Avahi is not found is enough for it. Needs neither root nor any service of the system.
 */
final class PrivateBus implements AutoCloseable {
    private static final String CONFIGURATION = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>custom</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Path socket;
    private final Process daemon;

    private PrivateBus(Path socket, Process daemon) {
        this.socket = socket;
        this.daemon = daemon;
    }

    /** The folder's path must be short: a socket's name has 108 bytes at most. */
    static PrivateBus start(Path folder) throws IOException {
        Path socket = folder.resolve("bus");
        Path configuration = Files.writeString(folder.resolve("bus.conf"), CONFIGURATION.formatted(socket));
        Process daemon = new ProcessBuilder(
                        "dbus-daemon", "--config-file=" + configuration, "--nofork", "--nopidfile", "--print-address")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // It prints its address once it listens.
        if (daemon.inputReader().readLine() == null) {
            throw new IOException("dbus-daemon does not start with " + configuration);
        }
        return new PrivateBus(socket, daemon);
    }

    String address() {
        return "unix:path=" + socket;
    }

    @Override
    public void close() {
        daemon.destroy();
    }
}
