package caixiang.layouts.gang;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.CutMark;
import caixiang.layouts.sheet.Orientation;
import caixiang.layouts.sheet.PlacedCaption;
import caixiang.layouts.sheet.PlacedPicture;
import caixiang.layouts.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.List;

/** The contact sheet of a class on A4: a crop for each person with two lines below it, or an empty frame. */
public final class ProofGrid {

    public static final Size PAGE = Size.ofMillimetres("210", "297");
    public static final Size CROP = Size.ofMillimetres("25", "35");
    public static final int COLUMNS = 6;
    public static final int ROWS = 5;

    private static final Length LEFT = Length.ofMillimetres("15");
    private static final Length TOP = Length.ofMillimetres("24");
    private static final Length COLUMN = Length.ofMillimetres("31");
    private static final Length ROW = Length.ofMillimetres("53");
    private static final Length LINE = Length.ofMillimetres("5");
    private static final Length FONT = Length.ofMillimetres("3");
    private static final Length TITLE_FONT = Length.ofMillimetres("4.5");
    private static final Length THIN = Length.ofMillimetres("0.15");

    private ProofGrid() {}

    /**
     * One person's place.
     *
     * @param hasPicture or an empty frame is drawn
     * @param lines below the crop, at most three
     */
    public record Cell(boolean hasPicture, List<String> lines) {}

    /** At most {@link #COLUMNS} × {@link #ROWS} cells; the slots are numbered along the rows. */
    public static SheetPlan plan(String title, List<Cell> cells) {
        var pictures = new ArrayList<PlacedPicture>();
        var captions = new ArrayList<PlacedCaption>();
        var lines = new ArrayList<CutMark>();
        Length width = COLUMN.times(COLUMNS);
        captions.add(new PlacedCaption(
                title, new Rectangle(LEFT, TOP.minus(LINE.times(2)), width, LINE), Orientation.PORTRAIT, TITLE_FONT));
        for (int i = 0; i < cells.size(); i++) {
            Length left = LEFT.plus(COLUMN.times(i % COLUMNS));
            Length top = TOP.plus(ROW.times(i / COLUMNS));
            var inset = new Length((COLUMN.micrometres() - CROP.width().micrometres()) / 2);
            var crop = new Rectangle(left.plus(inset), top, CROP.width(), CROP.height());
            if (cells.get(i).hasPicture()) {
                pictures.add(new PlacedPicture(i + 1, crop, Orientation.PORTRAIT));
            } else {
                lines.addAll(frame(crop));
            }
            Length line = crop.bottom().plus(new Length(500));
            for (String text : cells.get(i).lines()) {
                if (!text.isBlank()) {
                    captions.add(new PlacedCaption(
                            text, new Rectangle(left, line, COLUMN, LINE), Orientation.PORTRAIT, FONT));
                }
                line = line.plus(LINE);
            }
        }
        return new SheetPlan(PAGE, pictures, captions, lines, List.of());
    }

    private static List<CutMark> frame(Rectangle area) {
        var topLeft = new Point(area.left(), area.top());
        var topRight = new Point(area.right(), area.top());
        var bottomLeft = new Point(area.left(), area.bottom());
        var bottomRight = new Point(area.right(), area.bottom());
        return List.of(
                new CutMark(topLeft, topRight, THIN),
                new CutMark(bottomLeft, bottomRight, THIN),
                new CutMark(topLeft, bottomLeft, THIN),
                new CutMark(topRight, bottomRight, THIN));
    }
}
