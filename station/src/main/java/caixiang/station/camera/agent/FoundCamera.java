package caixiang.station.camera.agent;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.gphoto2.GphotoCamera;

/** An open camera and who it is. */
record FoundCamera(GphotoCamera camera, CameraIdentity identity) {}
