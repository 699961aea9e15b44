/** The responder: connections, session, operations as a table, object store, shutter. */
@NullMarked
package caixiang.sim.camera;

import org.jspecify.annotations.NullMarked;
