package caixiang.station.camera.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartPatienceTest {
    private final StartPatience patience = new StartPatience(Duration.ofSeconds(15));

    @Test
    void eachSilentStartGivesTheNextOneTwiceAsLongUpToALimit() {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            seconds.add(patience.next().toSeconds());
            patience.ended(false);
        }
        assertEquals(List.of(15L, 30L, 60L, 60L, 60L), seconds);
    }

    @Test
    void anAgentThatSpokeMakesItUsualAgain() {
        patience.ended(false);
        patience.ended(false);
        patience.ended(true);
        assertEquals(15, patience.next().toSeconds());
    }
}
