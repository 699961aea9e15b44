/** Keeps one agent process running and speaks for its camera. */
@NullMarked
package caixiang.station.camera.supervisor;

import org.jspecify.annotations.NullMarked;
