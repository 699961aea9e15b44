package caixiang.station.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.Media;
import caixiang.sim.printer.PrintedJob;
import caixiang.sim.printer.PrinterOptions;
import caixiang.sim.printer.SimulatedPrinter;
import caixiang.station.print.JobReport;
import caixiang.station.print.JobSearch;
import caixiang.station.print.JobState;
import caixiang.station.print.PrintOrder;
import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import caixiang.station.print.PrinterReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our client against the simulated printer. */
@Timeout(30)
class IppPrinterIT {
    @TempDir
    Path folder;

    private SimulatedPrinter device;
    private IppPrinter printer;

    @BeforeEach
    void switchOn() throws IOException {
        device = SimulatedPrinter.start(
                new PrinterOptions(0, folder.resolve("out"), "test printer", Duration.ofMillis(20)));
        printer = new IppPrinter(device.uri(), Clock.systemUTC());
    }

    @AfterEach
    void switchOff() throws IOException {
        device.close();
    }

    @Test
    void aSheetGoesOutBorderlessUnscaledAndOnce() throws Exception {
        PrintOrder order = SampleOrders.order(folder, "2026-a-0001-8x1in-x");
        List<Integer> told = new ArrayList<>();

        int jobId = printer.submit(order, told::add);

        assertEquals(List.of(jobId), told);
        assertEquals(JobState.COMPLETED, follow(jobId).state());
        String paper = Files.readString(folder.resolve("out/paper.jsonl"));
        assertEquals(1, paper.lines().count(), paper);
        assertTrue(paper.contains("\"mediaSizeHundredthsMm\":[8890,12700]"), paper);
        assertTrue(paper.contains("\"marginsTopRightBottomLeft\":[0,0,0,0]"), paper);
        assertTrue(paper.contains("\"printScaling\":\"none\""), paper);
    }

    @Test
    void thePrintersStateAndItsReasonsAreToldAsTheyAre() throws Exception {
        assertEquals(
                new PrinterReport(PrinterReport.State.IDLE, List.of(), true, OptionalInt.empty()), printer.report());
        device.condition("media-empty-error", true);
        device.refuseJobs(true);
        assertEquals(
                new PrinterReport(
                        PrinterReport.State.STOPPED, List.of("media-empty-error"), false, OptionalInt.empty()),
                printer.report());
    }

    @Test
    void sizesWithinHalfAMillimetreAreTheSamePaperAndOthersAreNot() throws Exception {
        printer.submit(order("88.5", "127.4"), id -> {});
        assertEquals(PrinterFault.MEDIA_UNSUPPORTED, fault(order("88.3", "127")));
        assertEquals(PrinterFault.MEDIA_UNSUPPORTED, fault(order("127", "88.9")));
        assertEquals(1, device.jobs().size());
    }

    @Test
    void aPrinterThatTakesNoJobsIsAPassingTroubleAndNothingIsLeftOnIt() throws Exception {
        device.refuseJobs(true);
        PrinterFault fault = fault(SampleOrders.order(folder, "refused"));
        assertEquals(PrinterFault.NOT_ACCEPTING_JOBS, fault);
        assertTrue(fault.isPassing());
        assertEquals(List.of(), device.jobs());
    }

    @Test
    void nobodyThereMeansSurelyNothingWasSent() throws Exception {
        PrintOrder order = SampleOrders.order(folder, "nowhere");
        device.close();
        assertEquals(PrinterFault.UNREACHABLE, fault(order));
    }

    @Test
    void aLostAnswerToTheDocumentIsDoubtAndTheJobIsFoundByItsName() throws Exception {
        Instant before = Instant.now();
        device.loseNextAnswer("Send-Document");
        assertEquals(PrinterFault.ANSWER_LOST, fault(SampleOrders.order(folder, "lost")));

        JobSearch search = printer.find("lost", before);
        assertEquals(1, search.jobs().size());
        assertFalse(search.jobs().get(0).isEmpty());
    }

    @Test
    void aLostAnswerBeforeTheDocumentIsNoDoubt() throws Exception {
        device.loseNextAnswer("Create-Job");
        PrinterFault fault = fault(SampleOrders.order(folder, "unborn"));
        assertFalse(fault.isUncertain());
        assertTrue(fault.isPassing());
    }

    @Test
    void whenTheLedgerFailsTheEmptyJobIsTakenBack() throws Exception {
        PrintOrder order = SampleOrders.order(folder, "unwritten");
        assertThrows(
                PrinterException.class,
                () -> printer.submit(order, id -> {
                    throw new PrinterException(PrinterFault.REFUSED, "the ledger failed");
                }));
        assertEquals(
                List.of("canceled"),
                device.jobs().stream().map(PrintedJob::state).toList());
    }

    @Test
    void aJobNobodyKnowsIsUnknown() {
        PrinterException e = assertThrows(PrinterException.class, () -> printer.job(4711));
        assertEquals(PrinterFault.JOB_UNKNOWN, e.fault());
    }

    @Test
    void aSearchIsOnlyCompleteAsFarBackAsThePrinterRemembers() throws Exception {
        assertTrue(printer.find("x", Instant.now().plusSeconds(10)).isComplete());
        assertFalse(printer.find("x", Instant.now().minusSeconds(3600)).isComplete());
    }

    @Test
    void addressesOfOtherProtocolsAreRefusedAtOnce() {
        for (String address : List.of("http://localhost/ipp/print", "ipp:/ipp/print", "usb://DNP/RX1")) {
            assertThrows(IllegalArgumentException.class, () -> IppAddress.http(URI.create(address)), address);
        }
        assertEquals(
                URI.create("http://p.local:631/ipp/print"), IppAddress.http(URI.create("ipp://p.local/ipp/print")));
        assertEquals(URI.create("https://p.local:443/p"), IppAddress.http(URI.create("ipps://p.local:443/p")));
    }

    private PrintOrder order(String width, String height) throws IOException {
        return SampleOrders.order(folder, "odd", new Media("custom", Size.ofMillimetres(width, height)));
    }

    @Test
    void marginsThatCutIntoThePicturesAreNoOffer() throws Exception {
        MediaOffer offer = new MediaOffer(
                new MediaOffer.Range(8890, 8890), new MediaOffer.Range(12700, 12700), 300, java.util.Optional.empty());
        PrintOrder order = SampleOrders.order(folder, "wide");
        assertTrue(MediaChoice.of(List.of(offer), order).isPresent());
        PrintOrder tight = new PrintOrder("tight", order.pdf(), order.media(), Length.ofMillimetres("2.99"));
        assertTrue(MediaChoice.of(List.of(offer), tight).isEmpty());
    }

    private PrinterFault fault(PrintOrder order) {
        return assertThrows(PrinterException.class, () -> printer.submit(order, id -> {}))
                .fault();
    }

    private JobReport follow(int jobId) throws PrinterException {
        JobReport report = printer.job(jobId);
        while (!report.state().isOver()) {
            LockSupport.parkNanos(10_000_000);
            report = printer.job(jobId);
        }
        return report;
    }
}
