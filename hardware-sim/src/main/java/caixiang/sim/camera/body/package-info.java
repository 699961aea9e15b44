/** The body without its connections: card, shutter, properties, events. */
@NullMarked
package caixiang.sim.camera.body;

import org.jspecify.annotations.NullMarked;
