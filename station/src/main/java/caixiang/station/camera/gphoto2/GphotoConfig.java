package caixiang.station.camera.gphoto2;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Single configuration values of a camera, by libgphoto2's widget names. Confined to the camera's thread. */
final class GphotoConfig {
    private static final Logger log = LoggerFactory.getLogger(GphotoConfig.class);
    private static final int TEXT = 2;
    private static final int RANGE = 3;
    private static final int TOGGLE = 4;
    private static final int RADIO = 5;
    private static final int MENU = 6;
    private static final int TEXT_MAX = 256;

    private final LibGphoto2 lib;
    private final Pointer camera;
    private final GphotoContext context;

    GphotoConfig(LibGphoto2 lib, Pointer camera, GphotoContext context) {
        this.lib = lib;
        this.camera = camera;
        this.context = context;
    }

    /** The value as text; empty when the camera lacks it or says nothing. */
    Optional<String> text(String name) {
        try {
            Pointer widget = widget(name);
            try {
                return value(widget).filter(text -> !text.isBlank());
            } finally {
                lib.gp_widget_free(widget);
            }
        } catch (CameraException e) {
            log.debug("no value {}: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    /** Sets a toggle, which makes the camera act. */
    void press(String name) throws CameraException {
        Pointer widget;
        try {
            widget = widget(name);
        } catch (CameraException e) {
            throw new CameraException(CameraFault.UNSUPPORTED, name + ": " + e.getMessage());
        }
        try (Memory on = new Memory(Integer.BYTES)) {
            on.setInt(0, 1);
            GphotoResult.check(lib.gp_widget_set_value(widget, on), "gp_widget_set_value");
            context.check(
                    lib.gp_camera_set_single_config(camera, name, widget, context.fresh()),
                    "gp_camera_set_single_config");
        } finally {
            lib.gp_widget_free(widget);
        }
    }

    private Pointer widget(String name) throws CameraException {
        PointerByReference out = new PointerByReference();
        context.check(
                lib.gp_camera_get_single_config(camera, name, out, context.fresh()), "gp_camera_get_single_config");
        return out.getValue();
    }

    private Optional<String> value(Pointer widget) throws CameraException {
        IntByReference type = new IntByReference();
        GphotoResult.check(lib.gp_widget_get_type(widget, type), "gp_widget_get_type");
        try (Memory value = new Memory(Native.POINTER_SIZE)) {
            value.clear();
            GphotoResult.check(lib.gp_widget_get_value(widget, value), "gp_widget_get_value");
            return switch (type.getValue()) {
                case TEXT, RADIO, MENU ->
                    Optional.ofNullable(value.getPointer(0)).map(text -> NativeText.read(text, TEXT_MAX));
                case RANGE -> Optional.of(Float.toString(value.getFloat(0)));
                case TOGGLE -> Optional.of(Integer.toString(value.getInt(0)));
                default -> Optional.empty();
            };
        }
    }
}
