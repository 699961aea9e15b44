package caixiang.station.camera.gphoto2;

import caixiang.station.camera.CameraException;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** A {@code CameraList}: pairs of name and value. */
final class NativeList implements AutoCloseable {
    private static final int TEXT_MAX = 1024;

    private final LibGphoto2 lib;
    private final Pointer pointer;

    private NativeList(LibGphoto2 lib, Pointer pointer) {
        this.lib = lib;
        this.pointer = pointer;
    }

    static NativeList create(LibGphoto2 lib) throws CameraException {
        PointerByReference out = new PointerByReference();
        GphotoResult.check(lib.gp_list_new(out), "gp_list_new");
        return new NativeList(lib, out.getValue());
    }

    Pointer pointer() {
        return pointer;
    }

    int count() throws CameraException {
        return GphotoResult.check(lib.gp_list_count(pointer), "gp_list_count");
    }

    String name(int index) throws CameraException {
        PointerByReference out = new PointerByReference();
        GphotoResult.check(lib.gp_list_get_name(pointer, index, out), "gp_list_get_name");
        return text(out);
    }

    String value(int index) throws CameraException {
        PointerByReference out = new PointerByReference();
        GphotoResult.check(lib.gp_list_get_value(pointer, index, out), "gp_list_get_value");
        return text(out);
    }

    private static String text(PointerByReference out) {
        Pointer text = out.getValue();
        return text == null ? "" : NativeText.read(text, TEXT_MAX);
    }

    @Override
    public void close() {
        lib.gp_list_free(pointer);
    }
}
