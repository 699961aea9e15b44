/** What a camera can do and what can go wrong with it; the spool where its frames arrive. */
@NullMarked
package caixiang.station.camera;

import org.jspecify.annotations.NullMarked;
