package caixiang.station.camera.gphoto2;

import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * {@code CameraAbilities} of gphoto2-abilities-list.h, unread: it is only carried from the list of drivers to the camera.
 * 2504 bytes of plain {@code char} and {@code int} fields, the same on every platform. Public because JNA asks for it.
 */
@FieldOrder("words")
public class CameraAbilities extends Structure {
    private static final int SIZE_BYTES = 2504;

    public int[] words = new int[SIZE_BYTES / Integer.BYTES];

    /** The same bytes, to be handed over on the stack. */
    public static final class ByValue extends CameraAbilities implements Structure.ByValue {
        static ByValue of(CameraAbilities abilities) {
            ByValue copy = new ByValue();
            copy.words = abilities.words.clone();
            return copy;
        }
    }
}
