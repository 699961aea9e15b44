package caixiang.layouts.gang;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.Orientation;
import caixiang.layouts.sheet.PlacedCaption;
import caixiang.layouts.sheet.SheetPlan;
import java.util.ArrayList;
import java.util.List;

/** A page of lines, such as the cover sheet of a class: the first line large, the others below it. */
public final class TextPage {

    private static final Length MARGIN = Length.ofMillimetres("20");
    private static final Length TITLE = Length.ofMillimetres("12");
    private static final Length TEXT = Length.ofMillimetres("5");
    private static final Length BETWEEN = Length.ofMillimetres("4");

    private TextPage() {}

    /** Lines that do not fit onto the page are left out, and the last one that fits says so. */
    public static SheetPlan plan(Size page, List<String> lines) {
        var captions = new ArrayList<PlacedCaption>();
        Length top = MARGIN;
        Length width = page.width().minus(MARGIN.times(2));
        for (String line : lines) {
            Length font = captions.isEmpty() ? TITLE : TEXT;
            boolean isLast =
                    top.plus(font).plus(TEXT).plus(BETWEEN).plus(MARGIN).compareTo(page.height()) > 0;
            if (!line.isBlank()) {
                var area = new Rectangle(MARGIN, top, width, font);
                captions.add(new PlacedCaption(isLast ? "…" : line, area, Orientation.PORTRAIT, font));
            }
            if (isLast) {
                break;
            }
            top = top.plus(font).plus(BETWEEN);
        }
        return new SheetPlan(page, List.of(), captions, List.of(), List.of());
    }
}
