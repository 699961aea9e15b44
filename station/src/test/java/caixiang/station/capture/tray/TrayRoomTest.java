package caixiang.station.capture.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.ArchiveException;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.StoppableReassignment;
import caixiang.station.capture.tray.MoveWarning.Kind;
import caixiang.station.store.CutPortraits;
import caixiang.station.store.Leftovers;
import caixiang.station.store.MoveOperation;
import caixiang.station.store.PrintedSheets;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SheetState;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Numbers 1 to 5 were called, 5 is current, 6 waits. */
@Timeout(60)
final class TrayRoomTest {
    @TempDir
    private Path folder;

    private FiledDay day;
    private TrayRoom room;
    private int requests;

    @BeforeEach
    void open() throws Exception {
        day = new FiledDay(folder);
        room = day.room();
    }

    @AfterEach
    void close() {
        day.close();
    }

    @Test
    void theTrayProposesWhoseTurnItWas() throws Exception {
        Frame frame = day.file(OptionalInt.empty());

        TrayEntry entry = Waiting.forResult(room.tray()).get(0);

        assertEquals(frame, entry.frame());
        Proposal best = entry.proposals().get(0);
        assertEquals(Proposal.Kind.CURRENT_WHEN_ANNOUNCED, best.reasons().get(0).kind());
        assertTrue(entry.proposals().stream().anyMatch(proposal -> proposal.number() == 5), entry.toString());
    }

    @Test
    void whatFilingCouldNotDecideBetweenIsProposed() throws Exception {
        day.file(OptionalInt.empty(), List.of("turn=none", "proposes=2,3"));
        day.file(OptionalInt.empty(), List.of("proposes=none"));

        List<TrayEntry> tray = Waiting.forResult(room.tray());

        assertEquals(List.of(2, 3), namedWhenFiled(tray.get(0)));
        assertEquals(List.of(), namedWhenFiled(tray.get(1)));
    }

    private static List<Integer> namedWhenFiled(TrayEntry entry) {
        return entry.proposals().stream()
                .filter(proposal ->
                        proposal.reasons().stream().anyMatch(reason -> reason.kind() == Proposal.Kind.NAMED_WHEN_FILED))
                .map(Proposal::number)
                .sorted()
                .toList();
    }

    @Test
    void aFrameOfTheTrayIsAssignedAsPreviewedAndBackInTheTrayWhenUndone() throws Exception {
        Frame frame = day.file(OptionalInt.empty());
        MoveRequest request = new MoveRequest.Frames(List.of(frame.frameId()), OptionalInt.of(3));

        MoveOperation done = carryOut(request);

        Frame moved = day.find(frame.frameId());
        assertEquals(OptionalInt.of(3), moved.number());
        assertEquals(FrameReason.MOVED, moved.reason());
        assertEquals("wrong", moved.moves().get(0).reason());
        assertTrue(Files.exists(folder.resolve("archive/2026-11-22-a/0003/" + frame.frameId() + ".jpg")));
        Path followed = folder.resolve("second/2026-11-22-a/0003/" + frame.frameId() + ".json");
        day.await(() -> Files.exists(followed));
        assertEquals(List.of(), Waiting.forResult(room.tray()));

        Waiting.forResult(room.undo(done.operationId(), command()));

        assertEquals(FrameReason.UNCLAIMED, day.find(frame.frameId()).reason());
        assertEquals(1, Waiting.forResult(room.tray()).size());
        assertEquals(2, day.find(frame.frameId()).moves().size(), "the frame remembers both");
    }

    @Test
    void aTestShotIsKeptOutOfTheTray() throws Exception {
        Frame frame = day.file(OptionalInt.empty());
        carryOut(new MoveRequest.Frames(List.of(frame.frameId()), OptionalInt.empty()));

        assertEquals(List.of(), Waiting.forResult(room.tray()));
        assertEquals(
                List.of(),
                Waiting.forResult(day.database.read(handle -> new Leftovers(handle, FiledDay.SESSION.id()).tray())),
                "nothing that keeps the day open");
        assertEquals(FrameReason.SET_ASIDE, day.find(frame.frameId()).reason());
        assertTrue(Files.exists(folder.resolve("archive/2026-11-22-a/aside/" + frame.frameId() + ".jpg")));
    }

    @Test
    void aRunIsShiftedFromOneOfItsFramesOnAndItsEndsAreShown() throws Exception {
        String own = day.file(OptionalInt.of(2)).frameId();
        String third = day.file(OptionalInt.of(2)).frameId();
        String fourth = day.file(OptionalInt.of(3)).frameId();
        MoveRequest shift = new MoveRequest.Shift(2, 3, 1, Optional.of(third), "A", Optional.empty());

        MovePlan plan = Waiting.forResult(room.preview(shift));

        assertEquals(
                List.of(
                        new MovePlan.Change(2, 2, 1, 0),
                        new MovePlan.Change(3, 1, 1, 1),
                        new MovePlan.Change(4, 0, 0, 1)),
                plan.numbers());
        assertEquals(
                List.of(),
                plan.warnings().stream()
                        .filter(w -> w.kind() == Kind.BECOMES_EMPTY)
                        .toList());
        carryOut(shift);
        assertEquals(
                List.of(List.of(own), List.of(third), List.of(fourth)),
                List.of(day.framesOf(2), day.framesOf(3), day.framesOf(4)));
        List<String> journal = day.journal().stream().map(row -> row.what()).toList();
        assertEquals(List.of("frame-moved", "frame-moved", "frames-moved"), journal.subList(0, 3));
    }

    @Test
    void sheetsOfAMovedFrameAreGivenUpPlannedAnewOrTakenBack() throws Exception {
        Frame frame = day.file(OptionalInt.of(2));
        day.cutWithSheets(frame, SheetState.PLANNED, SheetState.DONE);

        carryOut(new MoveRequest.Frames(List.of(frame.frameId()), OptionalInt.of(3)));

        List<SheetRow> sheets =
                Waiting.forResult(day.database.read(handle -> new PrintedSheets(handle).ofFrame(frame.frameId())));
        assertEquals(
                List.of(SheetState.FAILED, SheetState.DONE),
                sheets.stream().map(SheetRow::state).toList());
        assertEquals(List.of("frame-moved"), sheets.get(0).job().reasons());
        assertEquals(List.of(sheets.get(1)), Waiting.forResult(room.takeBack()), "it is on paper with a wrong number");
        Optional<Frame> next = Waiting.forResult(
                day.database.read(handle -> new CutPortraits(handle).nextToPlan(FiledDay.SESSION.id())));
        assertEquals(Optional.of(day.find(frame.frameId())), next, "new sheets are planned for its new number");
    }

    @Test
    void paperThatWasDestroyedIsTickedOffByWhomAndLookedForNoMore() throws Exception {
        Frame frame = day.file(OptionalInt.of(2));
        day.cutWithSheets(frame, SheetState.DONE);
        MoveOperation moved = carryOut(new MoveRequest.Frames(List.of(frame.frameId()), OptionalInt.of(3)));
        SheetRow wrong = Waiting.forResult(room.takeBack()).get(0);
        assertEquals(List.of(wrong.sheetId()), leftToTakeBack());

        Waiting.forResult(room.destroy(List.of(wrong.sheetId()), "陈老师"));
        Waiting.forResult(room.destroy(List.of(wrong.sheetId()), "另一人"));

        assertEquals(List.of(), Waiting.forResult(room.takeBack()));
        assertEquals(List.of(), leftToTakeBack());
        PrintedSheets.Destroyed ticked = Waiting.forResult(room.destroyed(10)).get(0);
        assertEquals(List.of(wrong.sheetId(), "陈老师"), List.of(ticked.sheet().sheetId(), ticked.by()));
        assertEquals(
                1,
                day.journal().stream()
                        .filter(row -> row.what().equals("sheet-destroyed"))
                        .count());
        assertEquals(MoveRefusal.NOT_FOUND, refusal(room.destroy(List.of("no-such-sheet"), "陈老师")));
        Waiting.forResult(room.undo(moved.operationId(), command()));
        assertEquals(List.of(), Waiting.forResult(room.takeBack()), "what is destroyed is not looked for again");
        boolean isDestroyed =
                Waiting.forResult(day.database.read(handle -> new PrintedSheets(handle).isDestroyed(wrong.sheetId())));
        assertTrue(isDestroyed);
    }

    private List<String> leftToTakeBack() throws Exception {
        return Waiting.forResult(day.database.read(
                handle -> new Leftovers(handle, FiledDay.SESSION.id()).sheetsToTakeBack("sheets-to-take-back")));
    }

    @Test
    void whoWillHaveNoFrameAndWhoWillHaveTwoIsSaidBefore() throws Exception {
        day.file(OptionalInt.of(2));
        day.file(OptionalInt.of(1));

        MovePlan plan = Waiting.forResult(
                room.preview(new MoveRequest.Shift(2, 2, -1, Optional.empty(), "A", Optional.empty())));

        assertTrue(plan.warnings().contains(new MoveWarning(Kind.BECOMES_EMPTY, 2)), plan.toString());
        assertTrue(plan.warnings().contains(new MoveWarning(Kind.GETS_TWO, 1)), plan.toString());
    }

    @Test
    void whatChangedSinceThePreviewIsARefusal() throws Exception {
        day.file(OptionalInt.of(2));
        MoveRequest shift = new MoveRequest.Shift(2, 2, 1, Optional.empty(), "A", Optional.empty());
        MovePlan plan = Waiting.forResult(room.preview(shift));
        Frame late = day.file(OptionalInt.of(2));

        assertEquals(MoveRefusal.PREVIEW_OUTDATED, refusal(room.carryOut(command(), shift, plan.token())));
        assertEquals(late, day.find(late.frameId()));
    }

    @Test
    void theSameRequestTwiceHasOneEffectAndOneAnswer() throws Exception {
        Frame frame = day.file(OptionalInt.of(2));
        MoveRequest request = new MoveRequest.Frames(List.of(frame.frameId()), OptionalInt.of(3));
        String token = Waiting.forResult(room.preview(request)).token();
        MoveCommand command = command();

        MoveOperation first = Waiting.forResult(room.carryOut(command, request, token));
        MoveOperation again = Waiting.forResult(room.carryOut(command, request, token));

        assertEquals(first, again);
        assertEquals(1, day.find(frame.frameId()).moves().size());
        assertEquals(MoveRefusal.REQUEST_REUSED, refusal(room.undo(first.operationId(), command)));
    }

    @Test
    void aWholeShiftIsUndoneAfterARestartButNotUnderALaterChange() throws Exception {
        Frame unused = day.file(OptionalInt.of(2));
        String third = day.file(OptionalInt.of(3)).frameId();
        MoveOperation shift = carryOut(new MoveRequest.Shift(2, 3, 1, Optional.empty(), "A", Optional.empty()));
        MoveOperation later = carryOut(new MoveRequest.Frames(List.of(third), OptionalInt.of(5)));

        assertEquals(MoveRefusal.BUILT_ON, refusal(room.undo(shift.operationId(), command())));
        day.close();
        day = new FiledDay(folder);
        room = day.room();
        Waiting.forResult(room.undo(later.operationId(), command()));
        assertEquals(
                MoveRefusal.BUILT_ON,
                refusal(room.undo(shift.operationId(), command())),
                "undone and done again are later changes too");
    }

    @Test
    void aShiftIsUndoneAsOneAfterARestart() throws Exception {
        String second = day.file(OptionalInt.of(2)).frameId();
        String third = day.file(OptionalInt.of(3)).frameId();
        MoveOperation shift = carryOut(new MoveRequest.Shift(2, 3, 1, Optional.empty(), "A", Optional.empty()));
        day.close();
        day = new FiledDay(folder);
        room = day.room();

        Waiting.forResult(room.undo(shift.operationId(), command()));

        assertEquals(List.of(List.of(second), List.of(third)), List.of(day.framesOf(2), day.framesOf(3)));
        assertEquals(FrameReason.BODY_PRESS_CURRENT, day.find(second).reason(), "as it was filed");
        assertEquals(MoveRefusal.ALREADY_UNDONE, refusal(room.undo(shift.operationId(), command())));
    }

    @Test
    void framesHaveNowhereToGoBeyondTheLastNumber() throws Exception {
        day.file(OptionalInt.of(6));
        var beyond = new MoveRequest.Shift(6, 6, 1, Optional.empty(), "A", Optional.empty());
        assertEquals(MoveRefusal.UNKNOWN_NUMBER, refusal(room.preview(beyond)));
        var nobody = new MoveRequest.Shift(2, 3, 1, Optional.empty(), "A", Optional.empty());
        assertEquals(MoveRefusal.NOTHING_TO_MOVE, refusal(room.preview(nobody)));
        var unknown = new MoveRequest.Frames(List.of("no-such-frame"), OptionalInt.of(1));
        assertEquals(MoveRefusal.NOT_FOUND, refusal(room.preview(unknown)));
    }

    @Test
    void aFailingDiskLeavesFilesAndRowsAsTheyWere() throws Exception {
        Frame frame = day.file(OptionalInt.of(2));
        TrayRoom failing = day.room(StoppableReassignment.in(day.archive, step -> {
            if (step == 3) {
                throw new IOException("Input/output error");
            }
        }));
        MoveRequest request = new MoveRequest.Frames(List.of(frame.frameId()), OptionalInt.of(3));
        String token = Waiting.forResult(failing.preview(request)).token();

        assertInstanceOf(ArchiveException.class, cause(failing.carryOut(command(), request, token)));

        assertEquals(frame, day.find(frame.frameId()));
        assertTrue(Files.exists(folder.resolve("archive").resolve(frame.file())));
        assertFalse(Files.exists(folder.resolve("archive/2026-11-22-a/0003/" + frame.frameId() + ".json")));
    }

    private MoveOperation carryOut(MoveRequest request) throws Exception {
        String token = Waiting.forResult(room.preview(request)).token();
        return Waiting.forResult(room.carryOut(command(), request, token));
    }

    private MoveCommand command() {
        requests++;
        return new MoveCommand("request-" + requests, "样老师", "wrong");
    }

    private static MoveRefusal refusal(CompletionStage<?> stage) {
        return assertInstanceOf(MoveException.class, cause(stage)).refusal();
    }

    private static Throwable cause(CompletionStage<?> stage) {
        StoreException failed = assertThrows(StoreException.class, () -> Waiting.forResult(stage));
        Throwable cause = Objects.requireNonNull(failed.getCause());
        return Objects.requireNonNull(cause.getCause());
    }
}
