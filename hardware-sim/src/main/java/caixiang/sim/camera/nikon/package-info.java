/** The Nikon personality, added as table entries. */
@NullMarked
package caixiang.sim.camera.nikon;

import org.jspecify.annotations.NullMarked;
