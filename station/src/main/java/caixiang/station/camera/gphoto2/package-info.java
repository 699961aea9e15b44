/** libgphoto2 through JNA. The only room with native code. */
@NullMarked
package caixiang.station.camera.gphoto2;

import org.jspecify.annotations.NullMarked;
