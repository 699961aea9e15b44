package caixiang.layouts.gang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.CutMark;
import caixiang.layouts.sheet.Imposition;
import caixiang.layouts.sheet.Media;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.sheet.PlacedCaption;
import caixiang.layouts.sheet.PlacedPicture;
import caixiang.layouts.sheet.SheetPlan;
import caixiang.layouts.sheet.TemplateRules;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GangGridTest {

    private static final PhotoSize TWO_INCH = new PhotoSize("2寸", Size.ofMillimetres("35", "49"));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "{0}: {2} pictures of 2寸, {3} of 1寸")
    @CsvSource({
        "a4, 210×297 mm, 25, 45",
        "a3, 297×420 mm, 50, 100",
        "sra3, 320×450 mm, 64, 112",
        "12x18in, 304.8×457.2 mm, 56, 110",
        "roll:152x600, 152×600 mm, 30, 60"
    })
    void largePaperHoldsAsManyAsItCan(String name, String size, int twoInch, int oneInch) {
        Media media = GangMedia.of(name).orElseThrow();
        assertEquals(size, media.size().toString());
        assertEquals(twoInch, GangGrid.of(media, TWO_INCH).orElseThrow().slots().size());
        var one = new PhotoSize("1寸", Size.ofMillimetres("25", "35"));
        assertEquals(oneInch, GangGrid.of(media, one).orElseThrow().slots().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a5", "roll:30x600", "roll:305", "roll:305x2001", "roll:-3x600", ""})
    void paperThatNoLabHasIsNotKnown(String name) {
        assertEquals(Optional.empty(), GangMedia.of(name));
    }

    @Test
    void aPictureLargerThanThePaperFitsNowhere() {
        var poster = new PhotoSize("poster", Size.ofMillimetres("300", "400"));
        assertTrue(GangGrid.of(GangMedia.of("a4").orElseThrow(), poster).isEmpty());
    }

    /** On any paper: all that is planned lies on the paper, and nothing on anything else. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingLiesOnAnythingElse(long seed) {
        var random = new Random(seed);
        var photo = new PhotoSize("any", new Size(any(random, 20, 60), any(random, 20, 80)));
        Length side = any(random, 140, 400);
        var media = new Media("any", new Size(side, side.plus(any(random, 0, 400))));
        GangGrid grid = GangGrid.of(media, photo).orElseThrow();
        assertEquals(List.of(), TemplateRules.faults(grid.template()));
        SheetPlan plan = Imposition.plan(grid.template(), "slug");
        List<Rectangle> pictures =
                plan.pictures().stream().map(PlacedPicture::area).toList();
        Stream<Rectangle> rest = Stream.concat(
                plan.cutMarks().stream().map(CutMark::inked),
                plan.captions().stream().map(PlacedCaption::area));
        List<Rectangle> marks = rest.toList();
        for (int slot = 0; slot < pictures.size(); slot++) {
            Rectangle label = grid.label(slot);
            assertTrue(Rectangle.of(media.size()).contains(label));
            assertFalse(pictures.stream().anyMatch(label::overlaps), "a number lies in a picture");
            assertFalse(plan.captions().get(0).area().overlaps(label), "a number lies on the slug");
            assertFalse(marks.stream().anyMatch(pictures.get(slot)::overlaps), "a mark lies in a picture");
        }
    }

    private static Length any(Random random, int from, int to) {
        return new Length(random.nextInt(from * 1000, to * 1000 + 1));
    }
}
