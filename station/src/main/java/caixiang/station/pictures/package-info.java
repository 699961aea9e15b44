/** Pictures that people took of themselves and sent in: from a file and its name to a frame in the tray. */
@NullMarked
package caixiang.station.pictures;

import org.jspecify.annotations.NullMarked;
