/** The messages between station and agent, and the agent's main loop. */
@NullMarked
package caixiang.station.camera.agent;

import org.jspecify.annotations.NullMarked;
