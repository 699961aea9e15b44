/** Notices that a run of frames is filed one number off: by looks, clock and counts. It warns and changes nothing. Pure. */
@NullMarked
package caixiang.station.capture.shift;

import org.jspecify.annotations.NullMarked;
