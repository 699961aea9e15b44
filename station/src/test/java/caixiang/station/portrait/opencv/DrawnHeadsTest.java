package caixiang.station.portrait.opencv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.picture.Picture;
import caixiang.layouts.picture.ReducedPicture;
import caixiang.layouts.picture.ReducedPictures;
import caixiang.sim.scene.PortraitGeometry;
import caixiang.sim.scene.Sitter;
import caixiang.station.portrait.TestSitters;
import caixiang.station.portrait.find.Head;
import caixiang.station.portrait.find.HeadFinder;
import caixiang.station.portrait.find.Sighting;
import caixiang.station.portrait.find.Sighting.Missing;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnHeadsTest {
    private static CascadeFaces faces;
    private static TestSitters sitters;

    @BeforeAll
    static void open() throws Exception {
        faces = CascadeFaces.load();
        sitters = new TestSitters(1.5);
    }

    @AfterAll
    static void close() {
        faces.close();
        sitters.close();
    }

    /** Crown and eye line within 1.5 % of the head; these seeds have glasses, long hair, a fringe, dark and fair skin. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void aDrawnHeadIsFoundWhereItWasDrawn(long seed) throws Exception {
        Sitter sitter = TestSitters.sitter(seed);
        ReducedPicture frame = ReducedPictures.reduce(sitters.frame(sitter), 1400);
        PortraitGeometry truth = PortraitGeometry.of(sitter);
        Head head = find(frame.picture())
                .head()
                .orElseThrow()
                .times(TestSitters.fullFrame(frame.picture().size().width()));
        double height = truth.chin() - truth.headTop();
        assertEquals(truth.headTop(), head.crown(), 0.015 * height, "crown");
        assertEquals(truth.eyeLine(), head.eyesMiddle().y(), 0.015 * height, "eye line");
        assertEquals(truth.centre(), head.eyesMiddle().x(), 0.015 * height, "middle");
        assertEquals(2 * truth.faceHalfWidth(), head.faceWidth(), 0.2 * truth.faceHalfWidth(), "face width");
        assertEquals(0, head.roll(), 1.5, "roll");
    }

    @Test
    void anEmptyStoolIsNoFace() throws Exception {
        Sighting sighting =
                find(ReducedPictures.reduce(sitters.frame(Sitter.NOBODY), 1400).picture());
        assertEquals(Set.of(Missing.FACE), sighting.missing());
        assertTrue(sighting.head().isEmpty() && sighting.faces().isEmpty());
    }

    @Test
    void withoutADetectorItSaysSo() throws Exception {
        Picture picture = ReducedPictures.reduce(sitters.frame(TestSitters.sitter(1)), 1400)
                .picture();
        assertEquals(
                Set.of(Missing.DETECTOR),
                new HeadFinder(Optional.empty()).find(picture).missing());
    }

    private static Sighting find(Picture picture) {
        return new HeadFinder(Optional.of(faces)).find(picture);
    }
}
