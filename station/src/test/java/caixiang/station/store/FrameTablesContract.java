package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.station.archive.Companion;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.FrameTimes;
import caixiang.station.archive.Move;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.sitting.ShotState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Shots, frames, cards, portraits and sheets, on whichever database. */
interface FrameTablesContract extends StoreContract {
    @Test
    default void aShotGoesThroughItsLifeAndNoOther() throws StoreException {
        change(handle -> new Shots(handle).insert(shot("s1")));

        assertEquals(Optional.of(shot("s1")), read(handle -> new Shots(handle).find("s1")));
        assertEquals(Optional.of(shot("s1")), read(handle -> new Shots(handle).ofRequest(DAY, "press-s1")));
        assertEquals(List.of(shot("s1")), read(handle -> new Shots(handle).openOf("serial-1")));
        assertEquals(
                true,
                write(handle -> new Shots(handle)
                        .happened("s1", ShotEvent.ORDER_TAKEN, Optional.empty(), NOW)
                        .isPresent()));
        assertEquals(
                true,
                write(handle -> new Shots(handle)
                        .happened("s1", ShotEvent.FRAME_FILED, Optional.empty(), NOW)
                        .isPresent()));
        assertEquals(
                false,
                write(handle -> new Shots(handle)
                        .happened("s1", ShotEvent.DEADLINE_PASSED, Optional.of("x"), NOW)
                        .isPresent()));
        assertEquals(List.of(), read(handle -> new Shots(handle).openOf("serial-1")));
    }

    private static Shot shot(String id) {
        return new Shot(
                id,
                DAY,
                "press-" + id,
                "A",
                OptionalInt.of(1),
                Optional.empty(),
                "button",
                "console",
                Optional.of("serial-1"),
                ShotState.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                NOW,
                0);
    }

    @Test
    default void aFrameIsReadAsItWasWritten() throws StoreException {
        Frame full = frame("f1", OptionalInt.of(1), Optional.of(companion()), List.of(move()));
        Frame bare = frame("f2", OptionalInt.empty(), Optional.empty(), List.of());
        change(handle -> {
            new Frames(handle).insert(full);
            new Frames(handle).insert(bare);
        });

        assertEquals(Optional.of(full), read(handle -> new Frames(handle).find("f1")));
        assertEquals(List.of(full), read(handle -> new Frames(handle).ofNumber(DAY, 1)));
        assertEquals(List.of(bare), read(handle -> new Frames(handle).unclaimed(DAY)));
        assertEquals(Optional.of(bare), read(handle -> new Frames(handle).newest(DAY)));
        assertEquals(Set.of("f1", "f2"), read(handle -> new Frames(handle).ids()));
        assertEquals(List.of(Duration.ofMillis(250)), read(handle -> new Frames(handle).clockLeads("serial-1", 5)));
    }

    @Test
    default void aVerdictTellsHowWideTheFaceIs() throws StoreException {
        Frame seen = frame("f1", OptionalInt.of(1), Optional.empty(), List.of());
        Frame blank = frame("f2", OptionalInt.of(1), Optional.empty(), List.of());
        String document = "{\"frame\":{\"width\":4000,\"height\":6000},\"head\":{\"faceWidth\":1500.0}}";
        change(handle -> {
            new Frames(handle).insert(seen);
            new Frames(handle).insert(blank);
            new Verdicts(handle).insert(new VerdictRow("f1", "pass", document, NOW));
            new Verdicts(handle).insert(new VerdictRow("f2", "fail", "{\"problem\":\"grey\"}", NOW));
        });

        assertEquals(Map.of("f1", 0.25), read(handle -> new Verdicts(handle).faceWidths(List.of("f1", "f2", "f3"))));
        assertEquals(Map.of(), read(handle -> new Verdicts(handle).faceWidths(List.of())));
        assertEquals(Optional.empty(), read(handle -> new Verdicts(handle).nextToJudge(DAY)));
        change(handle -> new Verdicts(handle).judgeAgain("f1"));
        assertEquals(Optional.of(seen), read(handle -> new Verdicts(handle).nextToJudge(DAY)));
    }

    private static Frame frame(String id, OptionalInt number, Optional<Companion> companion, List<Move> moves) {
        boolean isTaken = number.isPresent();
        return new Frame(
                id,
                DAY,
                "B",
                number,
                Optional.empty(),
                isTaken ? FrameReason.TRIGGERED : FrameReason.UNCLAIMED,
                List.of("intent=s1", "顺序=1"),
                "day/0001/" + id + ".jpg",
                "ab".repeat(32),
                5_000_000_000L,
                companion,
                new CameraIdentity("serial-1", "D750", "usb:001,004"),
                new CardObject("/DCIM", "DSC_" + id + ".JPG", 5_000_000_000L, NOW.plusMillis(250)),
                new FrameTimes(isTaken ? Optional.of(NOW) : Optional.empty(), NOW, NOW, NOW),
                moves);
    }

    private static Companion companion() {
        return new Companion(
                "day/0001/f1.nef", "cd".repeat(32), 30_000_000, new CardObject("/DCIM", "DSC_1.NEF", 30_000_000, NOW));
    }

    private static Move move() {
        return new Move(OptionalInt.empty(), OptionalInt.of(1), "样丙寅", "认领", NOW);
    }

    @Test
    default void cardsRememberWhatWasOnThemAndWhatIsMissed() throws StoreException {
        CardObject old = new CardObject("/DCIM", "OLD.JPG", 10, NOW);
        CardObject missed = new CardObject("/DCIM", "MISSED.JPG", 3_000_000_000L, NOW);
        assertEquals(true, write(handle -> card(handle).listFirst(DAY, NOW)));
        assertEquals(false, write(handle -> card(handle).listFirst(DAY, NOW)));
        assertEquals(true, read(handle -> card(handle).wasListed()));
        change(handle -> {
            new Shots(handle).insert(shot("s1"));
            card(handle).saveBaseline(old, NOW);
            card(handle).saveWanted(missed, Optional.of("s1"), NOW);
            card(handle).saveWanted(missed, Optional.of("s1"), NOW);
        });

        assertEquals(Set.of(old), read(handle -> card(handle).baseline()));
        assertEquals(true, read(handle -> card(handle).isWanted(missed)));
        assertEquals(false, read(handle -> card(handle).isWanted(old)));
        assertEquals(Optional.of("s1"), read(handle -> card(handle).shotOf(missed)));
    }

    private static CardObjects card(Handle handle) {
        return new CardObjects(handle, "serial-1");
    }

    @Test
    default void aPortraitIsCutOnceFromEachFrameThatSomebodyOwns() throws StoreException {
        Frame frame = frame("f1", OptionalInt.of(1), Optional.empty(), List.of());
        var cut = new PortraitRow.Cut("day/0001/f1-portrait.jpg", "ef".repeat(32), new PortraitRow.Crop(1, 2, 3, 4));
        PortraitRow portrait = PortraitRow.of("f1", cut, NOW);
        PortraitRow problem = PortraitRow.failed("f2", "dark", NOW);
        change(handle -> new Frames(handle).insert(frame));
        change(handle -> new Frames(handle).insert(frame("f2", OptionalInt.of(2), Optional.empty(), List.of())));
        assertEquals(Optional.of(frame), read(handle -> new CutPortraits(handle).nextToCut(DAY)));

        change(handle -> new CutPortraits(handle).insert(portrait));
        change(handle -> new CutPortraits(handle).insert(problem));

        assertEquals(Optional.empty(), read(handle -> new CutPortraits(handle).nextToCut(DAY)));
        assertEquals(Optional.of(portrait), read(handle -> new CutPortraits(handle).find("f1")));
        assertEquals(Optional.of(problem), read(handle -> new CutPortraits(handle).find("f2")));
        assertEquals(Optional.of(frame), read(handle -> new CutPortraits(handle).nextToPlan(DAY)));
        change(handle -> new CutPortraits(handle).sheetsPlanned("f1"));
        assertEquals(Optional.empty(), read(handle -> new CutPortraits(handle).nextToPlan(DAY)));
    }

    @Test
    default void aSheetGoesFromThePlanToThePrinter() throws StoreException {
        change(handle -> new Frames(handle).insert(frame("f1", OptionalInt.of(1), Optional.empty(), List.of())));
        SheetRow planned = new SheetRow(
                "sheet-1",
                "f1",
                OptionalInt.of(1),
                "4x2in",
                1,
                Optional.empty(),
                "day/0001/f1-4x2in.pdf",
                false,
                SheetState.PLANNED,
                SheetJob.named("job-1"),
                SheetTimes.planned(NOW));
        assertEquals(true, write(handle -> new PrintedSheets(handle).insert(planned)));
        assertEquals(false, write(handle -> new PrintedSheets(handle).insert(planned)), "each copy is wanted once");
        assertEquals(Optional.of(planned), read(handle -> new PrintedSheets(handle).nextToDraw(DAY)));

        change(handle -> new PrintedSheets(handle).drawn("sheet-1", NOW));
        SheetRow drawn = read(handle -> new PrintedSheets(handle).readyToSend(DAY, SheetOrdering.FILED, 5))
                .get(0);
        SheetRow sent = drawn.moved(SheetState.SENT, drawn.job().withId(7).because("media-empty", "paused"), NOW);
        change(handle -> new PrintedSheets(handle).update(sent));

        assertEquals(Optional.of(sent), read(handle -> new PrintedSheets(handle).find("sheet-1")));
        assertEquals(List.of(sent), read(handle -> new PrintedSheets(handle).ofFrame("f1")));
        assertEquals(List.of(sent), read(handle -> new PrintedSheets(handle).onThePrinter(NOW)));
        assertEquals(sent, read(handle -> new PrintedSheets(handle).newestCopy(planned)));
        assertEquals(List.of(), read(handle -> new PrintedSheets(handle).readyToSend(DAY, SheetOrdering.FILED, 5)));
        int pending = read(handle -> new PrintedSheets(handle).pending(DAY));
        assertEquals(1, pending);
    }
}
