package caixiang.station.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.doctor.Finding.Severity;
import caixiang.station.print.Printer;
import caixiang.station.print.ipp.IppPrinter;
import caixiang.station.site.ClockLead;
import caixiang.station.store.SharedAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DoctorTest {
    private static final String PORT = "usb:001,004";

    @TempDir
    Path folder;

    @Test
    void theVerdictIsBadOnlyWhenSomethingIsAFault() throws Exception {
        Check warned = () -> List.of(Finding.warning("a", "注意", "mind"));
        Check broken = () -> List.of(Finding.fault("b", "坏了", "broken"));
        assertEquals(0, examine(warned));
        assertEquals(1, examine(broken, warned));
    }

    @Test
    void everyFindingIsPrintedInBothLanguages() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(1, new Doctor(List.of(() -> List.of(Finding.fault("b", "坏了", "broken")))).examine(print));
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("坏了") && text.contains("broken"), text);
    }

    @Test
    void aClockThatDiffersFromTheSitesIsAWarningThatSaysByHowMuch() {
        Finding fast = SiteCheck.judge(new ClockLead(12_300, 3));
        assertEquals(Severity.WARNING, fast.severity());
        assertTrue(fast.text().contains("快 12.3 秒") && fast.text().contains("12.3 s ahead"), fast.text());
        assertTrue(SiteCheck.judge(new ClockLead(-2_500, 3)).text().contains("慢 2.5 秒"));
        assertEquals(Severity.WELL, SiteCheck.judge(new ClockLead(-1_900, 3)).severity());
    }

    @Test
    void aSiteThatDoesNotAnswerIsAFaultAndNoSiteIsNone() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int nobody = taken.getLocalPort();
            taken.close();
            var address = new SharedAddress("jdbc:postgresql://127.0.0.1:" + nobody + "/none", "nobody", "");
            Finding finding = new SiteCheck(Optional.of(address), Clock.systemUTC())
                    .look()
                    .get(0);
            assertEquals(Severity.FAULT, finding.severity());
            assertTrue(finding.text().contains("连不上总库"), finding.text());
        }
        assertEquals(List.of(), new SiteCheck(Optional.empty(), Clock.systemUTC()).look());
    }

    @Test
    void anOldLibraryIsAWarningAndANewOneIsNot() throws Exception {
        assertEquals(Severity.WARNING, camera("library 2.5.30").get(0).severity());
        assertEquals(Severity.WARNING, camera("library 2.5.9").get(0).severity());
        assertEquals(Severity.WELL, camera("library 2.5.34").get(0).severity());
        assertEquals(Severity.WELL, camera("library 2.6.0").get(0).severity());
        assertEquals(Severity.WELL, camera("library 2.5.34.1").get(0).severity());
    }

    @Test
    void aMissingLibraryIsAFaultThatSaysWhatToInstall() throws Exception {
        Finding finding = camera("fault libgphoto2 cannot be loaded").get(0);
        assertEquals(Severity.FAULT, finding.severity());
        assertTrue(finding.english().contains("Install libgphoto2-6"));
    }

    @Test
    void noCameraIsSaidWhenOneIsExpectedOnUsb() throws Exception {
        assertEquals(Severity.WARNING, camera("library 2.5.34").get(1).severity());
    }

    @Test
    void aCameraHeldByTheDesktopIsAFaultThatNamesTheProgram() throws Exception {
        device();
        process("4711", "gvfs-gphoto2-vo", folder.resolve("usb/001/004"));
        process("4712", "bash", folder.resolve("usb/001"));
        Finding finding =
                camera("library 2.5.34", "camera " + PORT + " Nikon DSC D750").get(1);
        assertEquals(Severity.FAULT, finding.severity());
        assertTrue(finding.english().contains("gvfs-gphoto2-vo (4711)"), finding.english());
        assertFalse(finding.english().contains("4712"), finding.english());
    }

    @Test
    void aFreeCameraIsWell() throws Exception {
        device();
        Finding finding =
                camera("library 2.5.34", "camera " + PORT + " Nikon DSC D750").get(1);
        assertEquals(Severity.WELL, finding.severity());
        assertTrue(finding.english().startsWith("Nikon DSC D750"));
    }

    @Test
    void tooLittleDiskIsAFault() {
        assertEquals(
                Severity.FAULT,
                new DiskCheck(folder, Long.MAX_VALUE).look().get(0).severity());
    }

    @Test
    void aDataFolderThatIsNotThereYetIsMeasuredWhereItWillBe() {
        Severity severity =
                new DiskCheck(folder.resolve("not/yet"), 0).look().get(0).severity();
        assertTrue(severity != Severity.FAULT, "the temporary folder can be written");
    }

    @Test
    void aClockThatWasNeverSetIsAFault() throws Exception {
        Clock reset = Clock.fixed(Instant.parse("1970-01-01T00:02:00Z"), ZoneOffset.UTC);
        assertEquals(Severity.FAULT, new ClockCheck(reset).look().get(0).severity());
    }

    @Test
    void noChineseFontIsAWarning() {
        assertEquals(Severity.WARNING, FontCheck.judge(Optional.of(List.of())).severity());
        assertEquals(Severity.WARNING, FontCheck.judge(Optional.empty()).severity());
        assertEquals(
                Severity.WELL,
                FontCheck.judge(Optional.of(List.of("WenQuanYi Micro Hei"))).severity());
    }

    @Test
    void fileNamesThatCannotBeChineseAreAFault() {
        assertEquals(1, new JavaCheck(17, "UTF-8").look().size());
        assertEquals(
                Severity.FAULT,
                new JavaCheck(17, "ANSI_X3.4-1968").look().get(1).severity());
    }

    @Test
    void noPrinterIsWellWhenNoneIsSet() {
        assertEquals(
                Severity.WELL, new PrinterCheck(Optional.empty()).look().get(0).severity());
    }

    @Test
    void aPrinterThatDoesNotAnswerIsAFault() throws IOException {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = socket.getLocalPort();
        }
        Printer nobody = new IppPrinter(URI.create("ipp://127.0.0.1:" + freePort + "/ipp/print"), Clock.systemUTC());
        Finding finding = new PrinterCheck(Optional.of(nobody)).look().get(0);
        assertEquals(Severity.FAULT, finding.severity());
        assertTrue(finding.english().contains("unreachable"), finding.english());
    }

    @Test
    void aProgramThatHangsIsNotWaitedFor() throws Exception {
        long begun = System.nanoTime();
        assertTrue(
                ProgramOutput.of(List.of("sleep", "20"), Duration.ofMillis(300)).isEmpty());
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 10);
        assertEquals(Optional.of(List.of("heard")), ProgramOutput.of(List.of("echo", "heard"), Duration.ofSeconds(10)));
    }

    private static int examine(Check... checks) throws InterruptedException {
        return new Doctor(List.of(checks))
                .examine(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private List<Finding> camera(String... lines) throws InterruptedException {
        DeviceHolders holders = new DeviceHolders(folder.resolve("proc"), folder.resolve("usb"));
        return new CameraCheck("auto", holders, () -> List.of(lines)).look();
    }

    private void device() throws IOException {
        Files.createDirectories(folder.resolve("proc"));
        Files.createDirectories(folder.resolve("usb/001"));
        Files.createFile(folder.resolve("usb/001/004"));
    }

    private void process(String number, String name, Path open) throws IOException {
        Path descriptors =
                Files.createDirectories(folder.resolve("proc").resolve(number).resolve("fd"));
        Files.writeString(descriptors.resolveSibling("comm"), name + "\n");
        Files.createSymbolicLink(descriptors.resolve("7"), open);
    }
}
