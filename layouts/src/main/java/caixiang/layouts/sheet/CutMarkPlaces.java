package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the cut marks of a template lie, in its own orientation. Every trim edge is marked at both of its ends, unless
 * another picture stands too near there: where pictures touch or have a narrow gutter, the marks at the far ends serve.
 */
final class CutMarkPlaces {

    private final List<Slot> slots;
    private final CutMarks style;
    private final Set<CutMark> marks = new LinkedHashSet<>();

    private CutMarkPlaces(List<Slot> slots, CutMarks style) {
        this.slots = slots;
        this.style = style;
    }

    static List<CutMark> of(SheetTemplate template) {
        return template.waste()
                .cutMarks()
                .map(style -> new CutMarkPlaces(template.pictures().slots(), style).all())
                .orElse(List.of());
    }

    private List<CutMark> all() {
        for (Slot slot : slots) {
            Rectangle area = slot.area();
            for (Length x : List.of(area.left(), area.right())) {
                mark(CutMarks.Side.TOP, slot, x);
                mark(CutMarks.Side.BOTTOM, slot, x);
            }
            for (Length y : List.of(area.top(), area.bottom())) {
                mark(CutMarks.Side.LEFT, slot, y);
                mark(CutMarks.Side.RIGHT, slot, y);
            }
        }
        return List.copyOf(marks);
    }

    private void mark(CutMarks.Side side, Slot slot, Length line) {
        if (style.sides().contains(side) && hasRoom(side, slot, line)) {
            Rectangle area = slot.area();
            Length reach = style.offset().plus(style.length());
            marks.add(
                    switch (side) {
                        case TOP -> down(line, area.top().minus(reach));
                        case BOTTOM -> down(line, area.bottom().plus(style.offset()));
                        case LEFT -> across(area.left().minus(reach), line);
                        case RIGHT -> across(area.right().plus(style.offset()), line);
                    });
        }
    }

    /** Whether the line, going on from the slot, meets no other picture before a mark has been drawn. */
    private boolean hasRoom(CutMarks.Side side, Slot slot, Length line) {
        Length room = style.roomNeeded();
        if (!room.isPositive()) {
            return true;
        }
        var halfLine = new Length((style.lineWidth().micrometres() + 1) / 2);
        Length before = line.minus(halfLine);
        Length width = halfLine.times(2);
        Rectangle area = slot.area();
        Rectangle way = switch (side) {
            case TOP -> new Rectangle(before, area.top().minus(room), width, room);
            case BOTTOM -> new Rectangle(before, area.bottom(), width, room);
            case LEFT -> new Rectangle(area.left().minus(room), before, room, width);
            case RIGHT -> new Rectangle(area.right(), before, room, width);
        };
        return slots.stream().filter(other -> !other.equals(slot)).noneMatch(other -> way.overlaps(other.area()));
    }

    private CutMark down(Length x, Length top) {
        return new CutMark(new Point(x, top), new Point(x, top.plus(style.length())), style.lineWidth());
    }

    private CutMark across(Length left, Length y) {
        return new CutMark(new Point(left, y), new Point(left.plus(style.length()), y), style.lineWidth());
    }
}
