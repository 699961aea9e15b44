package caixiang.station.camera.gphoto2;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/** Reads a C string that may lack its end: a camera's words are in it. */
final class NativeText {
    static final int MESSAGE_MAX = 1024;

    private NativeText() {}

    /** Up to the NUL or {@code bytesMax}; control characters, which have no place in names and logs, become {@code ?}. */
    static String read(Pointer text, int bytesMax) {
        int length = 0;
        while (length < bytesMax && text.getByte(length) != 0) {
            length++;
        }
        String decoded = new String(text.getByteArray(0, length), StandardCharsets.UTF_8);
        return decoded.replaceAll("\\p{Cntrl}", "?");
    }
}
