/** The stations of one site: one queue for all, who is there, and whose person another station takes over. */
@NullMarked
package caixiang.station.site;

import org.jspecify.annotations.NullMarked;
