package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** Says why a template could not be printed and cut; silent about one that can. */
public final class TemplateRules {

    /** Borderless printers enlarge the page and lose up to 2 mm a side; nothing of ours comes nearer than this. */
    public static final Length EDGE = Length.ofMillimetres("3");

    private TemplateRules() {}

    /** Each fault names the field, the slot and the millimetres; all places are in the template's own orientation. */
    public static List<String> faults(SheetTemplate template) {
        var faults = new ArrayList<String>();
        Rectangle printable = Rectangle.of(template.page().designSize()).grownBy(Length.ZERO.minus(EDGE));
        pictures(template.grid(), printable, faults);
        cutMarks(template, printable, faults);
        caption(template, printable, faults);
        return faults;
    }

    private static void pictures(PictureGrid grid, Rectangle printable, List<String> faults) {
        for (int slot = 1; slot <= grid.slots(); slot++) {
            Rectangle area = grid.slot(slot);
            if (!printable.contains(area)) {
                faults.add("grid: slot " + slot + outside(area, printable));
            }
            for (int other = slot + 1; other <= grid.slots(); other++) {
                if (area.overlaps(grid.slot(other))) {
                    faults.add("grid: slots " + slot + " and " + other + " overlap (" + area + " and "
                            + grid.slot(other) + "); the gaps must not be below 0 mm");
                }
            }
        }
    }

    private static void cutMarks(SheetTemplate template, Rectangle printable, List<String> faults) {
        for (CutMark mark : Imposition.cutMarks(template)) {
            Rectangle inked = mark.inked();
            if (!printable.contains(inked)) {
                faults.add("cut_marks: the mark" + outside(inked, printable));
            }
            Imposition.slots(template.grid())
                    .filter(slot -> inked.overlaps(template.grid().slot(slot)))
                    .forEach(slot -> faults.add("cut_marks: the mark at " + inked + " lies in the picture of slot "
                            + slot + " (" + template.grid().slot(slot) + ")"));
        }
    }

    private static void caption(SheetTemplate template, Rectangle printable, List<String> faults) {
        CaptionLine caption = template.caption();
        if (!printable.contains(caption.area())) {
            faults.add("caption: the line" + outside(caption.area(), printable));
        }
        if (caption.fontSize().compareTo(caption.area().height()) > 0) {
            faults.add("caption: font_size_mm " + caption.fontSize() + " is above height_mm "
                    + caption.area().height());
        }
        Imposition.slots(template.grid())
                .filter(slot -> caption.area().overlaps(template.grid().slot(slot)))
                .forEach(slot -> faults.add("caption: the line at " + caption.area() + " lies in the picture of slot "
                        + slot + " (" + template.grid().slot(slot) + ")"));
        Imposition.cutMarks(template).stream()
                .map(CutMark::inked)
                .filter(caption.area()::overlaps)
                .forEach(mark ->
                        faults.add("caption: the line at " + caption.area() + " runs over the cut mark at " + mark));
    }

    private static String outside(Rectangle area, Rectangle printable) {
        return " lies at " + area + " and does not fit into " + printable + ", the page less " + EDGE
                + " that borderless printing may lose";
    }
}
