/** Where the head is on a frame: from faces, eyes and the silhouette before the cloth. Pure. */
@NullMarked
package caixiang.station.portrait.find;

import org.jspecify.annotations.NullMarked;
