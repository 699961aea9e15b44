/** What a camera can do and what can go wrong; the agent's supervisor. */
@NullMarked
package caixiang.station.camera;

import org.jspecify.annotations.NullMarked;
