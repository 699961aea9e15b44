package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the small code in the waste stands: the shooting number as Code 128, for whoever sorts sheets with a scanner. Its
 * quiet zones lie inside the area. A number that would need bars too thin to print is left out.
 */
public record CodePlace(Rectangle area, boolean isTurned) {

    /** Two dots of a 300 dpi printer. */
    private static final Length MODULE_MIN = new Length(170);

    List<Rectangle> ink(String text) {
        boolean[] modules = Code128.modules(text);
        Length room = isTurned ? area.height() : area.width();
        var module = new Length(room.micrometres() / Math.max(1, modules.length));
        if (modules.length == 0 || module.compareTo(MODULE_MIN) < 0) {
            return List.of();
        }
        var bars = new ArrayList<Rectangle>();
        for (int start = 0; start < modules.length; start++) {
            if (modules[start]) {
                int end = start;
                while (end < modules.length && modules[end]) {
                    end++;
                }
                bars.add(bar(module.times(start), module.times(end - start)));
                start = end;
            }
        }
        return bars;
    }

    private Rectangle bar(Length along, Length width) {
        return isTurned
                ? new Rectangle(area.left(), area.top().plus(along), area.width(), width)
                : new Rectangle(area.left().plus(along), area.top(), width, area.height());
    }
}
