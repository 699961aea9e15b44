/** Faces and eyes by OpenCV's own cascades. The only room with OpenCV. */
@NullMarked
package caixiang.station.portrait.opencv;

import org.jspecify.annotations.NullMarked;
