package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Size;

/** A finished picture by the name the trade gives it, such as 1寸, and its trimmed size. */
public record PhotoSize(String name, Size size) {}
