package caixiang.station.camera.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FrameIdsTest {
    @Test
    void idsAreUuidsOfVersionSevenThatSortByTime() {
        // The time of the example in RFC 9562 Appendix A.6.
        String example = ids("2022-02-22T19:22:22Z").next();
        assertTrue(example.startsWith("017f22e2-79b0-7"), example);
        UUID id = UUID.fromString(example);
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertTrue(example.compareTo(ids("2022-02-22T19:22:22.001Z").next()) < 0);
    }

    private static FrameIds ids(String now) {
        return new FrameIds(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), new Random(1));
    }
}
