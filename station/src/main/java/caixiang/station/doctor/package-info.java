/** Checks the machine before the day: Java, libgphoto2, cameras, disk, clock, fonts, printer. */
@NullMarked
package caixiang.station.doctor;

import org.jspecify.annotations.NullMarked;
