package caixiang.station.doctor;

import caixiang.station.config.Settings;
import caixiang.station.print.ipp.IppPrinter;
import caixiang.station.store.SharedAddress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Checks the machine before the day and says in both languages what to do about what it finds. */
public final class Doctor {
    private final List<Check> checks;

    Doctor(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /** A doctor for the station that these settings would start. */
    public static Doctor of(Settings settings, Clock clock) {
        DeviceHolders holders = new DeviceHolders(Path.of("/proc"), Path.of("/dev/bus/usb"));
        return new Doctor(List.of(
                new JavaCheck(Runtime.version().feature(), System.getProperty("sun.jnu.encoding", "")),
                new CameraCheck(settings.camera().port(), holders, new AgentProgram()),
                new DiskCheck(settings.data().root(), settings.capture().freeSpaceMinBytes()),
                new ClockCheck(clock),
                new SiteCheck(
                        settings.shared()
                                .map(shared -> new SharedAddress(shared.url(), shared.user(), shared.password())),
                        clock),
                new FontCheck(),
                new PrinterCheck(settings.printer()
                        .uri()
                        .map(uri -> new IppPrinter(uri, settings.printer().fingerprint(), clock)))));
    }

    /** Prints each finding as it comes. Returns 0 when the station would work, otherwise 1. */
    public int examine(PrintStream out) throws InterruptedException {
        boolean isWell = true;
        for (Check check : checks) {
            for (Finding finding : check.look()) {
                out.print(finding.text());
                isWell &= finding.severity() != Finding.Severity.FAULT;
            }
        }
        return isWell ? 0 : 1;
    }
}
