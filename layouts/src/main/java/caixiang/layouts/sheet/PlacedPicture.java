package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Rectangle;

/**
 * One picture on the page.
 *
 * @param slot its number in the template, from 1
 * @param area on the portrait page, already turned
 * @param orientation how the picture itself is turned inside the area
 */
public record PlacedPicture(int slot, Rectangle area, Orientation orientation) {}
