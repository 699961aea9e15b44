/** The IPP exchange with one printer. */
@NullMarked
package caixiang.station.print.ipp;

import org.jspecify.annotations.NullMarked;
