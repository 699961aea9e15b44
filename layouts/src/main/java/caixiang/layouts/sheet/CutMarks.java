package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;

/**
 * How cut marks look: short lines outside the block of pictures, in line with each trim edge.
 *
 * @param offset from the block to the near end of the mark
 */
public record CutMarks(Length offset, Length length, Length lineWidth) {}
