package caixiang.station.camera.gphoto2;

import com.sun.jna.Pointer;

/** Layout of {@code CameraStorageInformation} (gphoto2-filesys.h) on 64-bit Linux. Offsets in bytes. */
final class StorageInformation {
    static final int SIZE = 808;

    private static final int FIELDS = 0;
    private static final int FREE_KBYTES = 792;
    private static final int FREE_IMAGES = 800;

    /** Bits of {@code fields} that say which of the others hold a value. */
    private static final int HAS_FREE_KBYTES = 1 << 7;

    private static final int HAS_FREE_IMAGES = 1 << 8;

    private StorageInformation() {}

    static CardSpace read(Pointer storage) {
        int fields = storage.getInt(FIELDS);
        boolean hasBytes = (fields & HAS_FREE_KBYTES) != 0;
        boolean hasPictures = (fields & HAS_FREE_IMAGES) != 0;
        return new CardSpace(
                hasBytes ? storage.getLong(FREE_KBYTES) * 1024 : -1, hasPictures ? storage.getLong(FREE_IMAGES) : -1);
    }
}
