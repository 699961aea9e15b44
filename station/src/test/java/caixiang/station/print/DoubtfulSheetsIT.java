package caixiang.station.print;

import static caixiang.station.store.SheetState.ACCEPTED;
import static caixiang.station.store.SheetState.DONE;
import static caixiang.station.store.SheetState.DOUBTFUL;
import static caixiang.station.store.SheetState.FAILED;
import static caixiang.station.store.SheetState.PLANNED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.printer.PaperSheet;
import caixiang.sim.printer.PrinterModel;
import caixiang.sim.printer.PrinterOptions;
import caixiang.sim.printer.SimulatedPrinter;
import caixiang.sim.printer.mischief.MischiefText;
import caixiang.station.archive.Frame;
import caixiang.station.print.ipp.IppPrinter;
import caixiang.station.store.ClassSheets;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SheetState;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger says is compared with the tray of a printer that misbehaves, and with what people say. */
@Timeout(120)
class DoubtfulSheetsIT {
    @TempDir
    Path folder;

    private SimulatedPrinter device;
    private PrintedDay day;

    @BeforeEach
    void open() throws Exception {
        PrinterModel model = PrinterModel.named("dnp-ds620").orElseThrow().withSheetTime(Duration.ofMillis(30));
        device = SimulatedPrinter.start(new PrinterOptions(0, folder.resolve("paper"), "test printer", model));
        day = PrintedDay.open(folder, new IppPrinter(device.uri(), Clock.systemUTC()));
    }

    @AfterEach
    void close() throws Exception {
        day.close();
        device.close();
    }

    @Test
    void completedWithoutPaperIsInDoubtUntilSomebodyHasLooked() throws Exception {
        device.play(MischiefText.parse("[{\"job\":3,\"do\":\"no-paper\"},{\"job\":4,\"do\":\"no-paper\"}]"));
        day.await(day.file(1, "样甲子"), DONE, DONE);
        Frame frame = day.file(2, "样乙丑");
        day.await(frame, DOUBTFUL, DOUBTFUL);
        assertEquals(List.of("no-sheet-counted"), sheet(frame, 0).job().reasons());
        assertEquals(new PrinterView.Queue(2, 2), day.room().printer().queue());
        assertEquals(2, standing().doubtful().size());

        SheetRow seen = Waiting.forResult(day.room().answer(sheet(frame, 0).sheetId(), true, "甲"));
        assertEquals(DONE, seen.state());
        SheetRow again = Waiting.forResult(day.room().answer(sheet(frame, 1).sheetId(), false, "甲"));
        assertEquals(2, again.copy());
        day.await(frame, DONE, FAILED, DONE);

        assertEquals(3, device.tray().size());
        assertEquals(List.of(), standing().doubtful());
        assertEquals(
                2,
                day.journal().stream()
                        .filter(row -> row.what().equals("sheet-looked-for"))
                        .filter(row -> row.detail().contains("甲"))
                        .count());
        assertEquals(PrintRefusal.NOT_DOUBTFUL, refusal(day.room().answer(again.sheetId(), true, "甲")));
        assertEquals(PrintRefusal.NOT_FOUND, refusal(day.room().answer("none", true, "甲")));
    }

    @Test
    void copiesOfASheetAreLimitedAndWhatFailedDoesNotCount() throws Exception {
        Frame frame = day.file(1, "样甲子");
        day.await(frame, DONE, DONE);
        String sheetId = sheet(frame, 0).sheetId();
        var unused = Waiting.forResult(day.room().reprint(sheetId, "extra", "甲"));
        day.await(frame, DONE, DONE, DONE);
        unused = Waiting.forResult(day.room().reprint(sheetId, "extra", "甲"));
        day.await(frame, DONE, DONE, DONE, DONE);
        assertEquals(PrintRefusal.COPIES_USED_UP, refusal(day.room().reprint(sheetId, "extra", "甲")));
        assertEquals(4, device.tray().size());
        assertEquals(
                List.of(new ClassSheets("", "4x2in", 1, 3, 0, 0), new ClassSheets("", "8x1in", 1, 1, 0, 0)),
                standing().classes());
    }

    @Test
    void aPauseHoldsWhatIsNotOnThePrinterAlsoOverARestart() throws Exception {
        assertTrue(Waiting.forResult(day.room().pause(true, "甲")).isPaused());
        Frame frame = day.file(2, "样甲子");
        Frame first = day.file(7, "样乙丑");
        day.await(frame, PLANNED, PLANNED);
        awaitDrawn(first);
        day.close();
        day = PrintedDay.open(folder, new IppPrinter(device.uri(), Clock.systemUTC()));
        assertTrue(standing().isPaused());

        SheetRow cancelled = Waiting.forResult(day.room().cancel(sheet(frame, 0).sheetId(), "甲"));
        assertEquals(SheetState.FAILED, cancelled.state());
        assertEquals(PrintRefusal.NOT_WAITING, refusal(day.room().cancel(cancelled.sheetId(), "甲")));
        var unused = Waiting.forResult(day.room().putFirst(sheet(first, 1).sheetId(), "甲"));
        assertEquals(List.of(), device.jobs());

        assertEquals(false, Waiting.forResult(day.room().pause(false, "甲")).isPaused());
        day.await(frame, FAILED, DONE);
        day.await(first, DONE, DONE);
        assertEquals(
                List.of("0007-8x1in", "0002-8x1in", "0007-4x2in"),
                device.tray().stream().map(DoubtfulSheetsIT::label).toList());
    }

    @Test
    void theForecastSaysForHowManyPeopleThereIsPaper() throws Exception {
        device.load(21, 100);
        PrintedDay.await(
                () -> day.room().peopleLeft().equals(OptionalInt.of(10)),
                () -> "" + day.room().printer());
        day.await(day.file(1, "样甲子"), DONE, DONE);
        PrintedDay.await(
                () -> day.room().peopleLeft().equals(OptionalInt.of(9)),
                () -> "" + day.room().printer());
    }

    @Test
    void aPowerCutInTheMiddleOfASheetLeavesItInDoubtAndPrintsNothingTwice() throws Exception {
        device.befallNext(MischiefText.misdeed("power-off:600000"));
        Frame frame = day.file(1, "样甲子");
        PrintedDay.await(() -> !device.reading().reachable(), () -> "never struck");
        device.reappear();
        PrintedDay.await(
                () -> day.states(frame).stream().noneMatch(state -> state == ACCEPTED), () -> "" + day.states(frame));
        PrintedDay.await(() -> day.states(frame).get(0) == DOUBTFUL, () -> "" + day.states(frame));
        assertTrue(device.tray().size() <= 1, "only what was sent after the cut");
    }

    private PrintStanding standing() throws StoreException {
        return Waiting.forResult(day.room().standing());
    }

    private SheetRow sheet(Frame frame, int index) {
        return day.prints(frame).sheets().get(index);
    }

    private void awaitDrawn(Frame frame) {
        PrintedDay.await(
                () -> day.states(frame).size() == 2
                        && day.prints(frame).sheets().stream().allMatch(SheetRow::isDrawn),
                () -> "not drawn");
    }

    /** Without session and sheet id: 2026-11-22-a-0007-4x2in-…. */
    private static String label(PaperSheet sheet) {
        return sheet.jobNames().get(0).substring("2026-11-22-a-".length(), "2026-11-22-a-0007-4x2in".length());
    }

    private static PrintRefusal refusal(CompletionStage<?> stage) {
        CompletionException failed = assertThrows(
                CompletionException.class, () -> stage.toCompletableFuture().join());
        return assertInstanceOf(PrintRefusedException.class, failed.getCause()).refusal();
    }
}
