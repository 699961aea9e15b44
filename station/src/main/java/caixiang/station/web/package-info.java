/** HTTP, WebSocket and the console's pages. With the root, the only room with Vert.x. */
@NullMarked
package caixiang.station.web;

import org.jspecify.annotations.NullMarked;
