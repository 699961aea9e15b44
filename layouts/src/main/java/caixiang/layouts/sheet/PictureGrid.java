package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The slots of a template, in its own orientation.
 *
 * @param topLeft of the first slot
 * @param columns slots side by side, {@code columns.gap()} apart
 * @param rows slots one below the other
 */
public record PictureGrid(PhotoSize photo, Point topLeft, Run columns, Run rows) {

    /** So many slots in a line, with this much waste between two of them. */
    public record Run(int count, Length gap) {

        List<Length> starts(Length first, Length each) {
            return IntStream.range(0, count)
                    .mapToObj(i -> first.plus(each.plus(gap).times(i)))
                    .toList();
        }
    }

    /** Numbered from 1, along the rows from the top left; this is the slot with that number. */
    Rectangle slot(int number) {
        int column = (number - 1) % columns.count();
        int row = (number - 1) / columns.count();
        return new Rectangle(
                lefts().get(column),
                tops().get(row),
                photo.size().width(),
                photo.size().height());
    }

    public int slots() {
        return columns.count() * rows.count();
    }

    List<Length> lefts() {
        return columns.starts(topLeft.x(), photo.size().width());
    }

    List<Length> tops() {
        return rows.starts(topLeft.y(), photo.size().height());
    }
}
