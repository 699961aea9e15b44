package caixiang.station.print.ipp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.Media;
import caixiang.station.print.JobReport;
import caixiang.station.print.JobSearch;
import caixiang.station.print.JobState;
import caixiang.station.print.PrintOrder;
import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import caixiang.station.print.PrinterReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Our client against CUPS' own printer: what does a parser that is not ours read in our requests? */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IppEvePrinterIT {
    /** Called for each job; the printer tells what it understood in the environment. */
    private static final String PRINT_COMMAND = """
            #!/bin/sh
            env | grep '^IPP_' > "%1$s/$(basename "$1").env"
            cp "$1" "%1$s/$(basename "$1").out"
            echo 'ATTR: job-impressions-completed=1' >&2
            """;

    private Path folder;
    private PrivateBus bus;
    private Process printerProcess;
    private IppPrinter printer;

    @BeforeAll
    void startThePrinter() throws Exception {
        require("ippeveprinter", "cups-ipp-utils");
        require("dbus-daemon", "dbus-daemon");
        folder = Files.createTempDirectory("eve");
        bus = PrivateBus.start(folder);
        Path command = Files.writeString(folder.resolve("print"), PRINT_COMMAND.formatted(folder));
        Assertions.assertTrue(command.toFile().setExecutable(true));
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                "ippeveprinter",
                "-p",
                String.valueOf(port),
                "-n",
                "localhost",
                "-r",
                "off",
                "-f",
                "application/pdf,image/jpeg",
                "-d",
                Files.createDirectory(folder.resolve("spool")).toString(),
                "-c",
                command.toString(),
                "-k",
                "-s",
                "10,10",
                "-v",
                "IT printer");
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", bus.address());
        printerProcess = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("printer.log").toFile())
                .start();
        printer = new IppPrinter(URI.create("ipp://localhost:" + port + "/ipp/print"), Clock.systemUTC());
        awaitAnswer();
    }

    @AfterAll
    void stopThePrinter() throws Exception {
        if (printerProcess != null) {
            printerProcess.destroy();
            printerProcess.waitFor();
        }
        if (bus != null) {
            bus.close();
        }
        if (folder != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted((a, b) -> b.compareTo(a))
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    @Test
    void theStrangerReadsABorderlessSheetAtTrueSizeAndKeepsItsBytes() throws Exception {
        PrintOrder order = SampleOrders.order(folder, "2026-11-22-a-0042-4x2in-019a2b");

        JobReport over = print(order);

        assertEquals(JobState.COMPLETED, over.state(), log());
        Map<String, String> seen = environment(over.jobId());
        assertEquals("none", seen.get("IPP_PRINT_SCALING"), seen::toString);
        assertEquals("1", seen.get("IPP_COPIES"), seen::toString);
        assertTrue(seen.getOrDefault("IPP_PRINT_QUALITY", "").matches("5|high"), seen::toString);
        assertEquals("2026-11-22-a-0042-4x2in-019a2b", seen.get("IPP_JOB_NAME"), seen::toString);
        String media = seen.getOrDefault("IPP_MEDIA_COL", "");
        for (String member : List.of(
                "x-dimension=8890",
                "y-dimension=12700",
                "media-top-margin=0",
                "media-bottom-margin=0",
                "media-left-margin=0",
                "media-right-margin=0")) {
            assertTrue(media.contains(member), media);
        }
        assertArrayEquals(Files.readAllBytes(order.pdf()), Files.readAllBytes(file(over.jobId(), ".out")));
    }

    @Test
    void aJobIsFoundAgainByItsName() throws Exception {
        Instant before = Instant.now();
        JobReport over = print(SampleOrders.order(folder, "to-be-found"));
        JobSearch found = printer.find("to-be-found", before);
        assertEquals(
                List.of(over.jobId()),
                found.jobs().stream().map(JobReport::jobId).toList());
        assertEquals(List.of(), printer.find("never-sent", before).jobs());
    }

    @Test
    void paperItDoesNotHaveIsRefusedBeforeAnythingIsSent() throws Exception {
        PrintOrder poster =
                SampleOrders.order(folder, "poster", new Media("iso_a3_297x420mm", Size.ofMillimetres("297", "420")));
        PrinterException refused =
                Assertions.assertThrows(PrinterException.class, () -> printer.submit(poster, id -> {}));
        assertEquals(PrinterFault.MEDIA_UNSUPPORTED, refused.fault());
        assertEquals(PrinterReport.State.IDLE, printer.report().state());
    }

    /** This printer takes one job at a time and says busy otherwise. */
    private JobReport print(PrintOrder order) throws PrinterException {
        int jobId = printer.submit(order, id -> {});
        JobReport report = printer.job(jobId);
        while (!report.state().isOver()) {
            LockSupport.parkNanos(50_000_000);
            report = printer.job(jobId);
        }
        return report;
    }

    private Map<String, String> environment(int jobId) throws IOException {
        return Files.readAllLines(file(jobId, ".env")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private Path file(int jobId, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(jobId + "-"))
                    .filter(file -> file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing for job " + jobId + ": " + log()));
        }
    }

    private void awaitAnswer() throws PrinterException {
        while (true) {
            try {
                printer.report();
                return;
            } catch (PrinterException e) {
                if (e.fault() != PrinterFault.UNREACHABLE || !printerProcess.isAlive()) {
                    fail("ippeveprinter does not start: " + log(), e);
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("printer.log"));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void require(String program, String debianPackage) {
        boolean found = Stream.of("/usr/sbin", "/usr/bin", "/bin", "/usr/local/bin")
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        if (!found && System.getenv("CI") != null) {
            fail(program + " is missing: install the package " + debianPackage);
        }
        Assumptions.assumeTrue(found, "SKIPPED: " + program + " is missing; install the package " + debianPackage);
    }
}
