package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Size;

/**
 * The media a template is made for, and how the template lies on it.
 *
 * @param safeArea nothing on the sheet comes nearer than this to the edge of the paper
 */
public record Page(Media media, Orientation orientation, Length safeArea) {

    /** Borderless printers enlarge the page and lose up to 2 mm a side, so 3 mm is what a template gets unasked. */
    public static final Length USUAL_SAFE_AREA = Length.ofMillimetres("3");

    public Page(Media media, Orientation orientation) {
        this(media, orientation, USUAL_SAFE_AREA);
    }

    /** The template's own width and height. */
    public Size designSize() {
        return orientation.designSize(media.size());
    }
}
