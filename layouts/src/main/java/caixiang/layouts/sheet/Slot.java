package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;

/**
 * One place for a picture, in the template's own orientation.
 *
 * @param photo what it holds
 * @param area the trimmed picture; for a turned slot as wide as the photo is high
 * @param isTurned whether the picture lies a quarter turned against the template
 * @param field where the template file says so, for messages
 */
public record Slot(PhotoSize photo, Rectangle area, boolean isTurned, String field) {

    /** A photo's slot from its top left corner. */
    public static Slot at(PhotoSize photo, Point topLeft, boolean isTurned, String field) {
        Size size = isTurned ? photo.size().turned() : photo.size();
        return new Slot(photo, new Rectangle(topLeft.x(), topLeft.y(), size.width(), size.height()), isTurned, field);
    }

    Rectangle withBleed(Length bleed) {
        return area.grownBy(bleed);
    }
}
