package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;

/**
 * One picture on the page.
 *
 * @param slot its number in the template, from 1
 * @param area on the portrait page, already turned
 * @param orientation how the picture itself is turned inside the area
 * @param bleed how far it goes on beyond the area, under everything else
 */
public record PlacedPicture(int slot, Rectangle area, Orientation orientation, Length bleed) {

    public PlacedPicture(int slot, Rectangle area, Orientation orientation) {
        this(slot, area, orientation, Length.ZERO);
    }
}
