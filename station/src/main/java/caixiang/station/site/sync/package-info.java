/** Keeps a station and its site alike, and lets the station go on alone while the site cannot be reached. */
@NullMarked
package caixiang.station.site.sync;

import org.jspecify.annotations.NullMarked;
