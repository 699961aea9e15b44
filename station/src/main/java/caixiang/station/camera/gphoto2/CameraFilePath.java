package caixiang.station.camera.gphoto2;

/** Layout of {@code CameraFilePath} (gphoto2-camera.h): two fixed character arrays. Offsets in bytes. */
final class CameraFilePath {
    static final int NAME = 0;
    static final int NAME_MAX = 128;
    static final int FOLDER = 128;
    static final int FOLDER_MAX = 1024;

    private CameraFilePath() {}
}
