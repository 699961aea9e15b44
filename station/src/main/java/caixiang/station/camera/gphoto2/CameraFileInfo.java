package caixiang.station.camera.gphoto2;

/** Layout of {@code CameraFileInfo} (gphoto2-filesys.h) on 64-bit Linux: preview, file, audio. Offsets in bytes. */
final class CameraFileInfo {
    static final int SIZE = 272;

    private static final int FILE = 88;
    static final int FILE_SIZE = FILE + 8;
    static final int FILE_MTIME = FILE + 96;

    private CameraFileInfo() {}
}
