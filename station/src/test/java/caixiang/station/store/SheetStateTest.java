package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetStateTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Otherwise it could come out twice unnoticed. */
    @Test
    void aSheetThePrinterHasIsNeverPlannedAgainByItself() {
        assertFalse(SheetState.ACCEPTED.mayBecome(SheetState.PLANNED));
        assertFalse(SheetState.PRINTING.mayBecome(SheetState.PLANNED));
        assertFalse(SheetState.PLANNED.mayBecome(SheetState.ACCEPTED), "an attempt is written down before it is made");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOverStaysAsItIs(SheetState next) {
        assertFalse(SheetState.DONE.mayBecome(next));
        assertFalse(SheetState.FAILED.mayBecome(next));
    }

    @ParameterizedTest
    @EnumSource
    void codesAreThoseOfTheContract(SheetState state) {
        assertEquals(state, SheetState.ofCode(state.code()));
        assertTrue("planned sent accepted printing done doubtful failed".contains(state.code()));
    }

    @Test
    void acceptedKeepsItsFirstMomentAndSentItsLast() {
        SheetRow planned = new SheetRow(
                "id",
                "frame",
                OptionalInt.of(7),
                "4x2in",
                1,
                Optional.empty(),
                "f",
                true,
                SheetState.PLANNED,
                SheetJob.named("job"),
                SheetTimes.planned(NOON));
        SheetRow sent = planned.moved(SheetState.SENT, planned.job(), NOON.plusSeconds(1));
        SheetRow again = sent.moved(SheetState.PLANNED, sent.job(), NOON.plusSeconds(2))
                .moved(SheetState.SENT, sent.job(), NOON.plusSeconds(3));
        SheetRow accepted = again.moved(SheetState.ACCEPTED, again.job().withId(7), NOON.plusSeconds(4));
        SheetRow doubted = accepted.moved(SheetState.DOUBTFUL, accepted.job(), NOON.plusSeconds(5))
                .moved(SheetState.ACCEPTED, accepted.job(), NOON.plusSeconds(6));

        assertEquals(Optional.of(NOON.plusSeconds(3)), accepted.times().sent());
        assertEquals(Optional.of(NOON.plusSeconds(4)), doubted.times().accepted());
        assertThrows(IllegalStateException.class, () -> doubted.moved(SheetState.PLANNED, doubted.job(), NOON));
    }
}
