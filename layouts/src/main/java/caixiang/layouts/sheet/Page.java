package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Size;

/** The media a template is made for, and how the template lies on it. */
public record Page(Media media, Orientation orientation) {

    /** The template's own width and height. */
    public Size designSize() {
        return orientation.designSize(media.size());
    }
}
