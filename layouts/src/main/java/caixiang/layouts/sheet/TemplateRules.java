package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Says why a template could not be printed and cut; silent about one that can. */
public final class TemplateRules {

    /** One portrait fills all slots, true to a tenth of a millimetre. */
    private static final long STRETCH_MAX_MICROMETRES = 100;

    private final SheetTemplate template;
    private final List<Slot> slots;
    private final Length bleed;
    private final Rectangle printable;
    private final List<CutMark> marks;
    private final List<String> faults = new ArrayList<>();

    private TemplateRules(SheetTemplate template) {
        this.template = template;
        this.slots = template.pictures().slots();
        this.bleed = template.pictures().bleed();
        Length safe = template.page().safeArea();
        this.printable = Rectangle.of(template.page().designSize()).grownBy(Length.ZERO.minus(safe));
        this.marks = CutMarkPlaces.of(template);
    }

    /** Each fault names the field, the slot and the millimetres; all places are in the template's own orientation. */
    public static List<String> faults(SheetTemplate template) {
        var rules = new TemplateRules(template);
        rules.pictures();
        rules.cutMarks();
        rules.waste();
        return rules.faults;
    }

    private void pictures() {
        for (int number = 1; number <= slots.size(); number++) {
            Slot slot = slots.get(number - 1);
            String name = slot.field() + ": slot " + number;
            if (!printable.contains(slot.area())) {
                faults.add(name + outside(slot.area()));
            } else if (!printable.contains(slot.withBleed(bleed))) {
                faults.add(name + " with its bleed of " + bleed + outside(slot.withBleed(bleed)));
            }
            shape(name, slot);
            for (int other = number + 1; other <= slots.size(); other++) {
                Rectangle second = slots.get(other - 1).area();
                if (slot.area().overlaps(second)) {
                    faults.add(slot.field() + ": slots " + number + " and " + other + " overlap (" + slot.area()
                            + " and " + second + "); the gaps must not be below 0 mm");
                }
            }
        }
    }

    private void shape(String name, Slot slot) {
        Slot first = slots.get(0);
        double natural = (double) slot.photo().size().height().micrometres()
                * first.photo().size().width().micrometres()
                / first.photo().size().height().micrometres();
        var wanted = new Length(Math.round(natural));
        if (Math.abs(natural - slot.photo().size().width().micrometres()) > STRETCH_MAX_MICROMETRES) {
            faults.add(name + " holds " + slot.photo().name() + " ("
                    + slot.photo().size() + "), but one portrait fills"
                    + " all slots, and in the shape of slot 1 (" + first.photo().name() + ", "
                    + first.photo().size() + ") it would be " + wanted + " wide");
        }
    }

    private void cutMarks() {
        for (CutMark mark : marks) {
            Rectangle inked = mark.inked();
            if (!printable.contains(inked)) {
                faults.add("cut_marks: the mark" + outside(inked));
            }
            onPictures(
                    inked,
                    (number, slot) -> faults.add("cut_marks: the mark at " + inked
                            + (slot.area().overlaps(inked)
                                    ? " lies in the picture of slot " + number + " (" + slot.area() + ")"
                                    : " lies in the bleed of slot " + number + " (" + slot.withBleed(bleed)
                                            + ", bleed_mm " + bleed + "); offset_mm must not be below bleed_mm")));
        }
    }

    private void waste() {
        Map<String, Rectangle> items = items();
        items.forEach((name, area) -> {
            if (!printable.contains(area)) {
                faults.add(name + outside(area));
            }
            onPictures(
                    area,
                    (number, slot) -> faults.add(name + " at " + area
                            + (slot.area().overlaps(area)
                                    ? " lies in the picture of slot " + number + " (" + slot.area() + ")"
                                    : " lies in the bleed of slot " + number + " (" + slot.withBleed(bleed) + ")")));
            marks.stream()
                    .map(CutMark::inked)
                    .filter(area::overlaps)
                    .forEach(mark -> faults.add(name + " at " + area + " runs over the cut mark at " + mark));
        });
        var names = List.copyOf(items.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                Rectangle one = items.getOrDefault(names.get(i), printable);
                Rectangle other = items.getOrDefault(names.get(j), printable);
                if (one.overlaps(other)) {
                    faults.add(names.get(j) + " at " + other + " lies on " + names.get(i) + " at " + one);
                }
            }
        }
        template.waste().caption().ifPresent(caption -> {
            if (caption.fontSize().compareTo(caption.lineHeight()) > 0) {
                faults.add("caption: font_size_mm " + caption.fontSize() + " is above "
                        + (caption.isTurned() ? "width_mm " : "height_mm ") + caption.lineHeight());
            }
        });
    }

    private Map<String, Rectangle> items() {
        var items = new LinkedHashMap<String, Rectangle>();
        template.waste().caption().ifPresent(caption -> items.put("caption: the line", caption.area()));
        template.waste().scaleBar().ifPresent(bar -> items.put("scale_bar: the bar", bar.area()));
        template.waste().code().ifPresent(code -> items.put("code: the code", code.area()));
        return items;
    }

    private void onPictures(Rectangle area, BiConsumer<Integer, Slot> fault) {
        for (int number = 1; number <= slots.size(); number++) {
            Slot slot = slots.get(number - 1);
            if (area.overlaps(slot.area()) || area.overlaps(slot.withBleed(bleed))) {
                fault.accept(number, slot);
            }
        }
    }

    private String outside(Rectangle area) {
        return " lies at " + area + " and does not fit into " + printable + ", the page less "
                + template.page().safeArea() + " that borderless printing may lose";
    }
}
