package caixiang.sim.camera.body;

import caixiang.sim.ptp.EventCode;

/** Something that happened on the camera, with its one parameter (0 when it has none). */
public record CameraEvent(EventCode code, int parameter) {}
