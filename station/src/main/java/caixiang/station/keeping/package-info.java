/** Keeps the archive whole: the second copy, the notes beside the frames, and how many people there is room for. */
@NullMarked
package caixiang.station.keeping;

import org.jspecify.annotations.NullMarked;
