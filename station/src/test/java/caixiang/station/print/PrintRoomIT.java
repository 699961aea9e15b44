package caixiang.station.print;

import static caixiang.station.store.SheetState.ACCEPTED;
import static caixiang.station.store.SheetState.DONE;
import static caixiang.station.store.SheetState.DOUBTFUL;
import static caixiang.station.store.SheetState.FAILED;
import static caixiang.station.store.SheetState.PLANNED;
import static caixiang.station.store.SheetState.PRINTING;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.template.SheetTemplates;
import caixiang.sim.printer.PrintedJob;
import caixiang.sim.printer.PrinterOptions;
import caixiang.sim.printer.SimulatedPrinter;
import caixiang.station.archive.Frame;
import caixiang.station.config.NameStyle;
import caixiang.station.print.ipp.IppPrinter;
import caixiang.station.store.JournalRow;
import caixiang.station.store.PortraitRow;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SubjectName;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From filed frames to paper in the simulated printer's tray. */
@Timeout(60)
class PrintRoomIT {
    @TempDir
    Path folder;

    private SimulatedPrinter device;
    private PrintedDay day;

    @BeforeEach
    void open() throws Exception {
        device = switchOn(0);
        day = PrintedDay.open(folder, new IppPrinter(device.uri(), Clock.systemUTC()));
    }

    @AfterEach
    void close() throws IOException {
        day.close();
        device.close();
    }

    @Test
    void aFiledFrameBecomesBothSheetsOnceEach() throws Exception {
        Frame frame = day.file(42, "样甲子");

        day.await(frame, DONE, DONE);

        List<String> paper = paper();
        assertEquals(2, paper.size(), paper::toString);
        assertTrue(paper.get(0).contains("\"2026-11-22-a-0042-4x2in-"), paper.get(0));
        assertTrue(paper.get(1).contains("\"2026-11-22-a-0042-8x1in-"), paper.get(1));
        for (SheetRow sheet : day.prints(frame).sheets()) {
            assertArrayEquals(Files.readAllBytes(day.file(sheet.file())), Files.readAllBytes(received(sheet)));
            assertEquals("completed", sheet.job().state().orElseThrow());
        }
        PortraitRow.Cut portrait =
                day.prints(frame).portrait().orElseThrow().cut().orElseThrow();
        assertEquals(portrait.sha256(), sha256(Files.readAllBytes(day.file(portrait.file()))));
        assertEquals(new PortraitRow.Crop(393, 1, 714, 999), portrait.crop());
        assertTrue(day.prints(frame).pressToSheetMillis(frame).isPresent());
        assertEquals(0, day.room().printer().pending());
        // Each step was written down, newest first.
        List<String> journal = day.journal().stream()
                .filter(row -> row.detail().contains("4x2in"))
                .map(JournalRow::what)
                .filter(what -> !what.equals("sheet-printing"))
                .toList();
        assertEquals(List.of("sheet-done", "sheet-accepted", "sheet-sent", "sheet-planned"), journal);
    }

    @Test
    void theCaptionTellsNumberMaskedNameAndSession() {
        assertEquals("0042  样*子  S", caption(NameStyle.MASKED, 1));
        assertEquals("0042  样甲子  S  #2", caption(NameStyle.FULL, 2));
    }

    private static String caption(NameStyle style, int copy) {
        return Caption.of(42, Optional.of(new SubjectName("样甲子", "样*子")), "S", copy, style);
    }

    @Test
    void outOfPaperHoldsTheSheetsAndTheyComeOutWhenPaperIsBack() throws Exception {
        device.condition("media-empty-error", true);
        Frame frame = day.file(1, "样甲子");
        PrintedDay.await(
                () -> day.room().printer().state() == PrinterView.State.STOPPED
                        && day.room().printer().reasons().contains("media-empty-error"),
                () -> day.room().printer().toString());
        day.await(frame, ACCEPTED, ACCEPTED);
        assertEquals(2, day.room().printer().pending());

        device.condition("media-empty-error", false);
        day.await(frame, DONE, DONE);
        assertEquals(2, paper().size());
    }

    @Test
    void aSheetHalfOutWaitsForPaperAsPrinting() throws Exception {
        device.close();
        device = SimulatedPrinter.start(
                new PrinterOptions(port(), folder.resolve("paper"), "slow", Duration.ofMillis(1500)));
        Frame frame = day.file(1, "样甲子");
        day.await(frame, PRINTING, ACCEPTED);
        device.condition("media-empty-error", true);
        PrintedDay.await(
                () -> day.prints(frame).sheets().get(0).job().reasons().contains("printer-stopped"),
                () -> day.prints(frame).toString());
        device.condition("media-empty-error", false);
        day.await(frame, DONE, DONE);
    }

    @Test
    void aPrinterThatIsAwayIsWaitedFor() throws Exception {
        int port = port();
        device.close();
        PrintedDay.await(
                () -> day.room().printer().state() == PrinterView.State.UNREACHABLE,
                () -> day.room().printer().toString());
        Frame frame = day.file(1, "样甲子");
        day.await(frame, PLANNED, PLANNED);
        PrintedDay.await(
                () -> day.prints(frame).sheets().stream().allMatch(SheetRow::isDrawn),
                () -> "sheets are drawn without a printer too");

        device = switchOn(port);
        day.await(frame, DONE, DONE);
        assertEquals(2, paper().size());
    }

    @Test
    void aPrinterThatTakesNoJobsIsWaitedForAndTheScreensSayWhy() throws Exception {
        device.refuseJobs(true);
        Frame frame = day.file(1, "样甲子");
        PrintedDay.await(
                () -> day.room().printer().reasons().contains("not-accepting-jobs"),
                () -> day.room().printer().toString());
        day.await(frame, PLANNED, PLANNED);
        device.refuseJobs(false);
        day.await(frame, DONE, DONE);
    }

    @Test
    void aSheetThePrinterHasNoPaperForFailsWithTheReasonAndTheOthersComeOut() throws Exception {
        day.close();
        Path own = Files.createDirectory(folder.resolve("templates"));
        Files.writeString(own.resolve("wide.json"), template("wide", "custom_wide_120x127mm", "120"));
        Files.writeString(own.resolve("usual.json"), template("usual", "oe_photo-l_3.5x5in", "88.9"));
        day = PrintedDay.open(
                folder,
                SheetTemplates.from(own),
                List.of("wide", "usual"),
                Optional.of(new IppPrinter(device.uri(), Clock.systemUTC())));

        Frame frame = day.file(1, "样甲子");

        day.await(frame, FAILED, DONE);
        assertEquals(
                List.of("media-unsupported"),
                day.prints(frame).sheets().get(0).job().reasons());
    }

    @Test
    void aFrameThatCannotBeDecodedSaysWhyAndTheNextOneIsPrinted() throws Exception {
        Frame damaged = day.file(1, "样甲子", new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3});
        Frame good = day.file(2, "样乙丑");
        day.await(good, DONE, DONE);
        assertTrue(day.prints(damaged).portrait().orElseThrow().problem().isPresent());
        assertEquals(List.of(), day.prints(damaged).sheets());
    }

    @Test
    void beingToldOftenAndStartingAnewMakesNoMoreSheets() throws Exception {
        Frame frame = day.file(1, "样甲子");
        for (int i = 0; i < 50; i++) {
            day.wakeAll();
        }
        day.await(frame, DONE, DONE);
        restart(new IppPrinter(device.uri(), Clock.systemUTC()));
        day.wakeAll();
        Frame next = day.file(2, "样乙丑");
        day.await(next, DONE, DONE);
        assertEquals(4, paper().size());
        assertEquals(List.of(DONE, DONE), day.states(frame));
    }

    @Test
    void twoClicksOnReprintMakeOneMoreSheet() throws Exception {
        Frame frame = day.file(1, "样甲子");
        day.await(frame, DONE, DONE);
        device.condition("paused", true);
        SheetRow first = day.prints(frame).sheets().get(0);

        SheetRow copy = reprint(first, "smudged");
        SheetRow again = reprint(first, "smudged");

        assertEquals(copy.sheetId(), again.sheetId());
        assertEquals(2, copy.copy());
        device.condition("paused", false);
        day.await(frame, DONE, DONE, DONE);
        assertEquals(3, paper().size());
    }

    @Test
    void whatIsCancelledAtThePrinterHasFailedVisibly() throws Exception {
        device.condition("paused", true);
        Frame frame = day.file(1, "样甲子");
        day.await(frame, ACCEPTED, ACCEPTED);
        int jobId = day.prints(frame).sheets().get(0).job().id().getAsInt();
        new IppPrinter(device.uri(), Clock.systemUTC()).cancel(jobId);
        day.await(frame, FAILED, ACCEPTED);
        assertEquals(
                List.of("job-canceled-by-user"),
                day.prints(frame).sheets().get(0).job().reasons());
    }

    @Test
    void aLostAnswerIsResolvedByLookingForTheJob() throws Exception {
        device.loseNextAnswer("Send-Document");
        Frame frame = day.file(1, "样甲子");
        day.await(frame, DONE, DONE);
        assertEquals(2, paper().size());
        assertTrue(day.journal().stream().anyMatch(row -> row.what().equals("sheet-doubtful")));
    }

    @Test
    void killedAfterThePrinterHasTheSheetItIsFoundAndNotSentAgain() throws Exception {
        Frame frame = killedAt(KilledPrinter.Moment.AFTER_THE_PRINTER_HAS_IT);
        day.await(frame, DONE, DONE);
        assertEquals(2, paper().size());
    }

    @Test
    void killedBetweenJobAndDocumentTheEmptyJobIsTakenBackAndTheSheetSentAgain() throws Exception {
        Frame frame = killedAt(KilledPrinter.Moment.AFTER_THE_JOB_IS_CREATED);
        day.await(frame, DONE, DONE);
        assertEquals(2, paper().size());
        assertEquals(
                List.of("canceled", "completed", "completed"),
                device.jobs().stream().map(PrintedJob::state).sorted().toList());
    }

    @Test
    void killedBeforeAnythingWasSentTheSheetIsSent() throws Exception {
        // Only a printer that was there before can say for sure that nothing came.
        PrintedDay.await(this::printerIsSureOfItself, () -> "the printer's clock stands still");
        Frame frame = killedAt(KilledPrinter.Moment.BEFORE_ANYTHING_IS_SENT);
        day.await(frame, DONE, DONE);
        assertEquals(2, paper().size());
    }

    @Test
    void aPrinterThatLostItsMemoryLeavesTheSheetInDoubtUntilSomebodyDecides() throws Exception {
        device.condition("paused", true);
        Frame frame = killedAt(KilledPrinter.Moment.AFTER_THE_PRINTER_HAS_IT);
        day.await(frame, ACCEPTED, ACCEPTED);

        int port = port();
        device.close();
        device = switchOn(port);

        day.await(frame, DOUBTFUL, DOUBTFUL);
        assertEquals(List.of(), paper());
        assertEquals(2, day.room().printer().pending());

        SheetRow copy = reprint(day.prints(frame).sheets().get(0), "did not come out");
        day.await(frame, FAILED, DOUBTFUL, DONE);
        assertEquals(2, copy.copy());
        assertEquals(1, paper().size());
    }

    @Test
    void withoutAPrinterSheetsAreMadeAndKept() throws Exception {
        day.close();
        day = PrintedDay.open(folder, SheetTemplates.shipped(), List.of("4x2in"), Optional.empty());
        Frame frame = day.file(1, "样甲子");
        day.await(frame, PLANNED);
        PrintedDay.await(() -> day.prints(frame).sheets().get(0).isDrawn(), () -> "never drawn");
        assertEquals(PrinterView.State.NONE, day.room().printer().state());
    }

    /** The station dies at that moment of its first sheet and is started again. */
    private Frame killedAt(KilledPrinter.Moment moment) throws Exception {
        KilledPrinter killed = new KilledPrinter(new IppPrinter(device.uri(), Clock.systemUTC()), moment);
        restart(killed);
        Frame frame = day.file(1, "样甲子");
        PrintedDay.await(killed::hasHappened, () -> "nothing was sent");
        PrintedDay.await(() -> day.prints(frame).sheets().stream().allMatch(SheetRow::isDrawn), () -> "not drawn");
        restart(new IppPrinter(device.uri(), Clock.systemUTC()));
        return frame;
    }

    private boolean printerIsSureOfItself() {
        try {
            return new IppPrinter(device.uri(), Clock.systemUTC())
                    .find("x", Instant.now())
                    .isComplete();
        } catch (PrinterException e) {
            throw new AssertionError(e);
        }
    }

    private void restart(Printer printer) throws Exception {
        day.close();
        day = PrintedDay.open(folder, printer);
    }

    private SheetRow reprint(SheetRow sheet, String reason) throws Exception {
        return Waiting.forResult(day.room().reprint(sheet.sheetId(), reason, "test"));
    }

    private SimulatedPrinter switchOn(int port) throws IOException {
        return SimulatedPrinter.start(
                new PrinterOptions(port, folder.resolve("paper"), "test printer", Duration.ofMillis(30)));
    }

    private int port() {
        return device.uri().getPort();
    }

    private static String template(String name, String media, String width) {
        return """
                {
                  "name": "%s",
                  "media": { "name": "%s", "width_mm": %s, "height_mm": 127 },
                  "orientation": "portrait",
                  "photo_size": "2寸",
                  "grid": { "columns": 2, "rows": 2, "left_mm": 7.95, "top_mm": 9.5, "column_gap_mm": 3, "row_gap_mm": 3 },
                  "cut_marks": { "offset_mm": 1, "length_mm": 3, "line_width_mm": 0.1 },
                  "caption": { "left_mm": 7.95, "top_mm": 117, "width_mm": 73, "height_mm": 5, "font_size_mm": 3.2 }
                }
                """.formatted(name, media, width);
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private List<String> paper() throws IOException {
        return Files.readAllLines(folder.resolve("paper/paper.jsonl"));
    }

    private Path received(SheetRow sheet) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("paper"))) {
            return files.filter(file -> file.toString().contains(sheet.sheetId()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
