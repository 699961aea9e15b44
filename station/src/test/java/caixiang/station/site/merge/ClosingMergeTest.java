package caixiang.station.site.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosingMergeTest {
    @Test
    void whoeverComesIntoADayThatIsClosedElsewhereIsListed() {
        assertEquals(Optional.of(ConflictKind.AFTER_CLOSING), ClosingMerge.decide(3, true));
        assertEquals("after-closing", ConflictKind.AFTER_CLOSING.code());
    }

    @Test
    void anOpenDayTakesEverybodyAndAnOutageWithoutAnybodyIsNoMatter() {
        assertEquals(Optional.empty(), ClosingMerge.decide(3, false));
        assertEquals(Optional.empty(), ClosingMerge.decide(0, true));
    }
}
