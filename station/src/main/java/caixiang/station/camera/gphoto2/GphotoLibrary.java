package caixiang.station.camera.gphoto2;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * libgphoto2 in this process. Its lists of drivers and ports, its settings, detection, opening and closing share global
 * state without a lock of its own (gphoto/libgphoto2#166), so all of them pass the one lock here.
 */
public final class GphotoLibrary {
    /** Held around everything that touches libgphoto2's globals. */
    static final Object GLOBALS = new Object();

    private static final int NAME_MAX = 1024;

    private final LibC libc;
    private final LibGphoto2 lib;
    private final LibGphoto2Port portLib;

    private GphotoLibrary(LibC libc, LibGphoto2 lib, LibGphoto2Port portLib) {
        this.libc = libc;
        this.lib = lib;
        this.portLib = portLib;
    }

    /**
     * Loads the library into this process.
     *
     * @throws CameraException {@link CameraFault#UNSUPPORTED} when it is not installed
     */
    public static GphotoLibrary load() throws CameraException {
        Map<String, ?> utf8 = Map.of(Library.OPTION_STRING_ENCODING, "UTF-8");
        try {
            LibC libc = Native.load("c", LibC.class, utf8);
            // Before all else: values, choices and error texts follow the process locale, and the fault table reads
            // them.
            libc.setlocale(LibC.LC_ALL, "C");
            return new GphotoLibrary(
                    libc,
                    Native.load("libgphoto2.so.6", LibGphoto2.class, utf8),
                    Native.load("libgphoto2_port.so.12", LibGphoto2Port.class, utf8));
        } catch (UnsatisfiedLinkError e) {
            throw new CameraException(
                    CameraFault.UNSUPPORTED, "libgphoto2 cannot be loaded; install libgphoto2-6: " + e.getMessage());
        }
    }

    /** For example {@code 2.5.30}. */
    public String version() {
        Pointer lines = lib.gp_library_version(0);
        return NativeText.read(lines.getPointer(0), NAME_MAX);
    }

    /** Sets one of the library's own settings for this process and, under {@code HOME}, for the next. */
    public void configure(String id, String key, String value) throws CameraException {
        synchronized (GLOBALS) {
            GphotoResult.check(lib.gp_setting_set(id, key, value), "gp_setting_set");
        }
    }

    /** The cameras on this computer's buses; never those on the network. */
    public List<DetectedCamera> detect() throws CameraException {
        synchronized (GLOBALS) {
            GphotoContext context = new GphotoContext(lib);
            try (NativeList list = NativeList.create(lib)) {
                context.check(lib.gp_camera_autodetect(list.pointer(), context.fresh()), "gp_camera_autodetect");
                List<DetectedCamera> cameras = new ArrayList<>();
                for (int i = 0; i < list.count(); i++) {
                    cameras.add(new DetectedCamera(list.name(i), list.value(i)));
                }
                return cameras;
            } finally {
                context.free();
            }
        }
    }

    /** Connects. The caller's thread becomes the camera's only thread. */
    public GphotoCamera open(DetectedCamera place) throws CameraException {
        synchronized (GLOBALS) {
            GphotoContext context = new GphotoContext(lib);
            PointerByReference out = new PointerByReference();
            GphotoResult.check(lib.gp_camera_new(out), "gp_camera_new");
            Pointer camera = out.getValue();
            boolean isOpen = false;
            try {
                CameraAbilities abilities = abilities(place.driver(), context);
                GphotoResult.check(
                        lib.gp_camera_set_abilities(camera, CameraAbilities.ByValue.of(abilities)),
                        "gp_camera_set_abilities");
                setPort(camera, place.port());
                context.check(lib.gp_camera_init(camera, context.fresh()), "gp_camera_init");
                isOpen = true;
            } finally {
                if (!isOpen) {
                    lib.gp_camera_unref(camera);
                    context.free();
                }
            }
            return new GphotoCamera(lib, libc, camera, context);
        }
    }

    private CameraAbilities abilities(String driver, GphotoContext context) throws CameraException {
        PointerByReference out = new PointerByReference();
        GphotoResult.check(lib.gp_abilities_list_new(out), "gp_abilities_list_new");
        Pointer list = out.getValue();
        try {
            context.check(lib.gp_abilities_list_load(list, context.fresh()), "gp_abilities_list_load");
            int index = GphotoResult.check(
                    lib.gp_abilities_list_lookup_model(list, driver), "gp_abilities_list_lookup_model");
            CameraAbilities abilities = new CameraAbilities();
            GphotoResult.check(
                    lib.gp_abilities_list_get_abilities(list, index, abilities), "gp_abilities_list_get_abilities");
            return abilities;
        } finally {
            lib.gp_abilities_list_free(list);
        }
    }

    /** The port description belongs to the list, but the camera takes a copy. */
    private void setPort(Pointer camera, String path) throws CameraException {
        PointerByReference out = new PointerByReference();
        GphotoResult.check(portLib.gp_port_info_list_new(out), "gp_port_info_list_new");
        Pointer list = out.getValue();
        try {
            GphotoResult.check(portLib.gp_port_info_list_load(list), "gp_port_info_list_load");
            int index = GphotoResult.check(
                    portLib.gp_port_info_list_lookup_path(list, path), "gp_port_info_list_lookup_path");
            PointerByReference info = new PointerByReference();
            GphotoResult.check(portLib.gp_port_info_list_get_info(list, index, info), "gp_port_info_list_get_info");
            GphotoResult.check(lib.gp_camera_set_port_info(camera, info.getValue()), "gp_camera_set_port_info");
        } finally {
            portLib.gp_port_info_list_free(list);
        }
    }
}
