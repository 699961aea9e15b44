package caixiang.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortraitGeometryTest {
    /** So that the central 5:7 crop is a good ID portrait whoever sits. */
    @Test
    void everySitterIsComposedAsAnIdPortrait() {
        for (int seed = 0; seed < 500; seed++) {
            PortraitGeometry geometry = PortraitGeometry.of(new Sitter("key", "", seed));
            assertWithin(0.10, 0.12, geometry.headTop() / 4000.0, seed);
            assertWithin(0.35, 0.38, geometry.eyeLine() / 4000.0, seed);
            assertWithin(0.42, 0.48, 2.0 * geometry.faceHalfWidth() / PortraitGeometry.PORTRAIT_WIDTH, seed);
            assertWithin(0.58, 0.66, geometry.chin() / 4000.0, seed);
        }
    }

    @Test
    void oneSeedLooksTheSameAgainAndSeedsDiffer() {
        Sitter sitter = new Sitter("a", "", 5);
        assertEquals(Looks.of(sitter), Looks.of(new Sitter("b", "", 5)));
        Set<Looks> looks = new HashSet<>();
        for (int seed = 0; seed < 30; seed++) {
            looks.add(Looks.of(new Sitter("a", "", seed)));
        }
        assertTrue(looks.size() >= 25, looks.size() + " different looks for 30 seeds");
        assertNotEquals(PortraitGeometry.of(sitter), PortraitGeometry.of(new Sitter("a", "", 6)));
    }

    private static void assertWithin(double least, double most, double value, int seed) {
        assertTrue(value >= least && value <= most, value + " for seed " + seed);
    }
}
