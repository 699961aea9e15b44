package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Slots in columns and rows, in the template's own orientation.
 *
 * @param topLeft of the first slot
 * @param columns slots side by side, {@code columns.gap()} apart
 * @param rows slots one below the other
 * @param isTurned whether the pictures lie a quarter turned
 */
public record PictureGrid(PhotoSize photo, Point topLeft, Run columns, Run rows, boolean isTurned) {

    public PictureGrid(PhotoSize photo, Point topLeft, Run columns, Run rows) {
        this(photo, topLeft, columns, rows, false);
    }

    /** So many slots in a line, with this much waste between two of them; no waste means one shared cut. */
    public record Run(int count, Length gap) {

        Length start(Length first, Length each, int index) {
            return first.plus(each.plus(gap).times(index));
        }
    }

    /** Along the rows from the top left. */
    public List<Slot> slots() {
        return slots("grid");
    }

    /** As {@link #slots()}; each remembers the field of the template file that placed it. */
    public List<Slot> slots(String field) {
        var slots = new ArrayList<Slot>();
        Length width = isTurned ? photo.size().height() : photo.size().width();
        Length height = isTurned ? photo.size().width() : photo.size().height();
        for (int row = 0; row < rows.count(); row++) {
            for (int column = 0; column < columns.count(); column++) {
                var corner = new Point(columns.start(topLeft.x(), width, column), rows.start(topLeft.y(), height, row));
                slots.add(Slot.at(photo, corner, isTurned, field));
            }
        }
        return slots;
    }
}
