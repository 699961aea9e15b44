package caixiang.layouts.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold for every plan of every template that the rules let through, looked at on the page and in plain
 * micrometres, so that neither the rules nor the rectangles judge themselves.
 */
class PlanPropertiesTest {

    private static final int SEEDS = 400;
    private static final long EDGE = 3_000;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatTheRulesLetThroughCanBePrintedAndCut(long seed) {
        SheetTemplate template = template(seed);
        boolean isSound = isSound(Imposition.plan(template, "样甲子"));
        assertEquals(
                isSound,
                TemplateRules.faults(template).isEmpty(),
                () -> template + "\n" + TemplateRules.faults(template));
    }

    /** Otherwise the property above could hold by refusing, or by allowing, everything. */
    @Test
    void manyTemplatesAreLetThroughAndManyRefused() {
        long sound = seeds().filter(seed -> TemplateRules.faults(template(seed)).isEmpty())
                .count();
        assertTrue(sound > SEEDS / 5 && sound < SEEDS * 4 / 5, sound + " of " + SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySlotIsFilledOnceAndKeepsThePictureSize(long seed) {
        SheetTemplate template = template(seed);
        SheetPlan plan = Imposition.plan(template, "样甲子");
        assertEquals(
                IntStream.rangeClosed(1, template.pictures().slots().size())
                        .boxed()
                        .toList(),
                plan.pictures().stream().map(PlacedPicture::slot).toList());
        boolean isTurned = template.page().orientation() == Orientation.LANDSCAPE;
        Size photo = template.photo().size();
        for (PlacedPicture picture : plan.pictures()) {
            assertEquals(
                    isTurned ? photo.height() : photo.width(), picture.area().width());
            assertEquals(
                    isTurned ? photo.width() : photo.height(), picture.area().height());
        }
    }

    private static boolean isSound(SheetPlan plan) {
        List<Rectangle> pictures =
                plan.pictures().stream().map(PlacedPicture::area).toList();
        List<Rectangle> marks = plan.cutMarks().stream().map(CutMark::inked).toList();
        Rectangle caption = plan.captions().get(0).area();
        boolean isInside = Stream.of(pictures, marks, List.of(caption))
                .flatMap(List::stream)
                .allMatch(item -> isInside(item, plan.page()));
        boolean isFree = disjoint(pictures)
                && pictures.stream().noneMatch(picture -> meets(picture, caption))
                && marks.stream().noneMatch(mark -> meets(mark, caption))
                && marks.stream().noneMatch(mark -> pictures.stream().anyMatch(picture -> meets(picture, mark)));
        return isInside && isFree;
    }

    private static boolean isInside(Rectangle item, Size page) {
        return item.left().micrometres() >= EDGE
                && item.top().micrometres() >= EDGE
                && item.right().micrometres() <= page.width().micrometres() - EDGE
                && item.bottom().micrometres() <= page.height().micrometres() - EDGE;
    }

    private static boolean disjoint(List<Rectangle> items) {
        for (int i = 0; i < items.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (meets(items.get(i), items.get(k))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Written the long way round: the shared part has a width and a height. */
    private static boolean meets(Rectangle a, Rectangle b) {
        long width = Math.min(a.right().micrometres(), b.right().micrometres())
                - Math.max(a.left().micrometres(), b.left().micrometres());
        long height = Math.min(a.bottom().micrometres(), b.bottom().micrometres())
                - Math.max(a.top().micrometres(), b.top().micrometres());
        return width > 0 && height > 0;
    }

    /** Half of them carefully laid out, the others with one number moved by up to 15 mm. */
    private static SheetTemplate template(long seed) {
        var random = new Random(seed);
        var photo = new PhotoSize("any", new Size(micrometres(random, 20, 40), micrometres(random, 30, 55)));
        int columns = 1 + random.nextInt(5);
        int rows = 1 + random.nextInt(4);
        var numbers = new ArrayList<>(List.of(
                micrometres(random, 8, 12),
                micrometres(random, 8, 12),
                micrometres(random, 0, 4),
                micrometres(random, 0, 4),
                micrometres(random, 1, 2)));
        if (random.nextBoolean()) {
            numbers.set(random.nextInt(numbers.size()), micrometres(random, -15, 15));
        }
        var grid = new PictureGrid(
                photo,
                new Point(numbers.get(0), numbers.get(1)),
                new PictureGrid.Run(columns, numbers.get(2)),
                new PictureGrid.Run(rows, numbers.get(3)));
        Rectangle last = grid.slots().get(grid.slots().size() - 1).area();
        var caption = new Rectangle(
                numbers.get(0).plus(micrometres(random, -1, 1)),
                last.bottom().plus(micrometres(random, 3, 12)),
                photo.size().width(),
                Length.ofMillimetres("4"));
        var cutMarks = new CutMarks(numbers.get(4), Length.ofMillimetres("3"), new Length(101));
        return new SheetTemplate(
                "any",
                page(random, last),
                Pictures.of(grid),
                Waste.of(cutMarks, new CaptionLine(caption, Length.ofMillimetres("3"))));
    }

    private static Page page(Random random, Rectangle last) {
        Length width = last.right().plus(micrometres(random, 7, 12));
        Length height = last.bottom().plus(micrometres(random, 14, 22));
        boolean isPositive = width.isPositive() && height.isPositive();
        Size design = isPositive ? new Size(width, height) : Size.ofMillimetres("10", "10");
        boolean isWide = design.width().compareTo(design.height()) > 0;
        return isWide
                ? new Page(new Media("any", design.turned()), Orientation.LANDSCAPE)
                : new Page(new Media("any", design), Orientation.PORTRAIT);
    }

    private static Length micrometres(Random random, int fromMillimetres, int toMillimetres) {
        return new Length(random.nextInt(fromMillimetres * 1000, toMillimetres * 1000 + 1));
    }

    @Test
    void theTestItselfSeesASharedMicrometre() {
        var a = new Rectangle(Length.ZERO, Length.ZERO, new Length(10), new Length(10));
        var b = new Rectangle(new Length(9), new Length(9), new Length(10), new Length(10));
        assertTrue(meets(a, b));
        assertFalse(meets(a, new Rectangle(new Length(10), Length.ZERO, new Length(10), new Length(10))));
    }
}
