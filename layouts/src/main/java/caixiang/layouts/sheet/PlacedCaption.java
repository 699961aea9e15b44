package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;

/**
 * The caption on the page: one line in the middle of its area, made smaller if it would be too long.
 *
 * @param area on the portrait page, already turned
 * @param orientation which way the line runs: to the right, or (landscape) upwards
 */
public record PlacedCaption(String text, Rectangle area, Orientation orientation, Length fontSize) {}
