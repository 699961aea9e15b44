package caixiang.station.camera.gphoto2;

import caixiang.station.camera.CameraException;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code GPContext} that keeps the error texts of the call under way; often they alone tell what went wrong. Confined to
 * the camera's thread.
 */
final class GphotoContext {
    private static final int TEXTS_MAX = 16;

    private final LibGphoto2 lib;
    private final Pointer pointer;
    private final List<String> texts = new ArrayList<>();

    /** A field, not a lambda in the call: native code holds no reference that the collector would see. */
    private final LibGphoto2.ErrorCallback onError;

    GphotoContext(LibGphoto2 lib) {
        this.lib = lib;
        this.pointer = lib.gp_context_new();
        this.onError = (context, text, data) -> {
            if (text != null && texts.size() < TEXTS_MAX) {
                texts.add(NativeText.read(text, NativeText.MESSAGE_MAX));
            }
        };
        lib.gp_context_set_error_func(pointer, onError, null);
    }

    /** To be passed to one native call; forgets the texts of the one before. */
    Pointer fresh() {
        texts.clear();
        return pointer;
    }

    /** Returns the code, unless it is an error's. */
    int check(int code, String call) throws CameraException {
        return GphotoResult.check(code, call, texts);
    }

    void free() {
        lib.gp_context_unref(pointer);
    }
}
