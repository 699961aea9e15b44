package caixiang.layouts.gang;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.CaptionLine;
import caixiang.layouts.sheet.CutMarks;
import caixiang.layouts.sheet.Media;
import caixiang.layouts.sheet.Orientation;
import caixiang.layouts.sheet.Page;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.sheet.PictureGrid;
import caixiang.layouts.sheet.Pictures;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.sheet.Slot;
import caixiang.layouts.sheet.Waste;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As many pictures of one size as a large sheet holds, upright or turned, with cut marks, a slug line at the foot of the
 * sheet and, in the gaps between the rows, room for each person's number.
 */
public final class GangGrid {

    private static final Length MARGIN = Length.ofMillimetres("9");
    private static final Length COLUMN_GAP = Length.ofMillimetres("3");
    private static final Length ROW_GAP = Length.ofMillimetres("4");
    private static final Length SLUG = Length.ofMillimetres("6");
    private static final Length SLUG_FONT = Length.ofMillimetres("3.5");
    private static final Length LABEL = Length.ofMillimetres("2.4");
    private static final Length LABEL_FONT = Length.ofMillimetres("2");
    private static final Length LABEL_AWAY = Length.ofMillimetres("0.6");
    private static final Length SAFE = Length.ofMillimetres("4");
    private static final CutMarks MARKS =
            new CutMarks(Length.ofMillimetres("1"), Length.ofMillimetres("3"), Length.ofMillimetres("0.1"));

    private final SheetTemplate template;

    private GangGrid(SheetTemplate template) {
        this.template = template;
    }

    /** Empty if not one picture fits. */
    public static Optional<GangGrid> of(Media media, PhotoSize photo) {
        return Stream.of(false, true)
                .flatMap(isTurned -> grid(media, photo, isTurned).stream())
                // The first of equals: upright.
                .reduce((one, other) -> other.slots().size() > one.slots().size() ? other : one);
    }

    public SheetTemplate template() {
        return template;
    }

    public List<Slot> slots() {
        return template.pictures().slots();
    }

    /** Where a slot's number stands: beneath the picture, in the waste. Large sheets are planned upright. */
    public Rectangle label(int slot) {
        Rectangle area = slots().get(slot).area();
        return new Rectangle(area.left(), area.bottom().plus(LABEL_AWAY), area.width(), LABEL);
    }

    public Length labelFont() {
        return LABEL_FONT;
    }

    private static Optional<GangGrid> grid(Media media, PhotoSize photo, boolean isTurned) {
        Size each = isTurned ? photo.size().turned() : photo.size();
        Length across = media.size().width().minus(MARGIN.times(2));
        Length down = media.size().height().minus(MARGIN.times(2)).minus(SLUG);
        int columns = fitting(across, each.width(), COLUMN_GAP);
        int rows = fitting(down, each.height(), ROW_GAP);
        if (columns < 1 || rows < 1) {
            return Optional.empty();
        }
        Length width = each.width().times(columns).plus(COLUMN_GAP.times(columns - 1));
        Length left = new Length((media.size().width().micrometres() - width.micrometres()) / 2);
        var grid = new PictureGrid(
                photo,
                new Point(left, MARGIN),
                new PictureGrid.Run(columns, COLUMN_GAP),
                new PictureGrid.Run(rows, ROW_GAP),
                isTurned);
        var slug = new CaptionLine(
                new Rectangle(MARGIN, media.size().height().minus(SAFE).minus(SLUG), across, SLUG), SLUG_FONT);
        var page = new Page(media, Orientation.PORTRAIT, SAFE);
        return Optional.of(new GangGrid(new SheetTemplate("gang", page, Pictures.of(grid), Waste.of(MARKS, slug))));
    }

    private static int fitting(Length room, Length each, Length gap) {
        return Math.toIntExact(
                Math.max(0, (room.micrometres() + gap.micrometres()) / (each.micrometres() + gap.micrometres())));
    }
}
