/** Who sits before the camera, drawn as a portrait with known geometry and a machine-readable identity. */
@NullMarked
package caixiang.sim.scene;

import org.jspecify.annotations.NullMarked;
