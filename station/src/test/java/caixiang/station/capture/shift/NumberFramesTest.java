package caixiang.station.capture.shift;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The size of a face is a hint only where nothing but another person explains it. */
final class NumberFramesTest {
    private static final Instant CALLED = Instant.parse("2026-11-22T01:00:00Z");

    @Test
    void facesThatAreAllLargerFromAFrameOnHaveChanged() {
        assertTrue(changes(2, 0.20, 0.21, 0.23, 0.24));
        assertTrue(changes(1, 0.24, 0.22, 0.21));
    }

    @Test
    void facesThatOverlapOrDifferLittleHaveNot() {
        assertFalse(changes(2, 0.20, 0.23, 0.22, 0.24));
        assertFalse(changes(1, 0.200, 0.208));
    }

    @Test
    void framesWithoutAFaceSayNothing() {
        assertFalse(changes(1, -1, 0.24));
        assertTrue(changes(1, 0.20, -1, 0.24));
    }

    /** @param widths a negative one where no face was found */
    private static boolean changes(int at, double... widths) {
        List<SeenFrame> frames = new ArrayList<>();
        for (double width : widths) {
            frames.add(new SeenFrame(
                    "f" + frames.size(),
                    7,
                    CALLED.plusSeconds(frames.size()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(width).filter(known -> known > 0)));
        }
        return new NumberFrames(new SeenTurn(7, CALLED, Optional.empty()), frames).facesChangeAt(frames.get(at));
    }
}
