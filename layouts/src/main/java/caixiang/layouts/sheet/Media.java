package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Size;

/**
 * Paper as the printer knows it.
 *
 * @param name the self-describing media size name of PWG 5101.1, such as {@code oe_photo-l_3.5x5in}
 * @param size portrait, as media-size in IPP: the width is not above the height
 */
public record Media(String name, Size size) {}
