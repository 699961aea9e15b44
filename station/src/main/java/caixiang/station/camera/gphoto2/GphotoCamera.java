package caixiang.station.camera.gphoto2;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connected camera. Only the thread that opened it may call it, closing included: libgphoto2 allows one thread per
 * camera. After {@link CameraFault#DISCONNECTED} nothing but {@link #close} makes sense.
 */
public final class GphotoCamera implements AutoCloseable {
    private static final int EVENT_UNKNOWN = 0;
    private static final int EVENT_TIMEOUT = 1;
    private static final int EVENT_FILE_ADDED = 2;

    private static final int SUMMARY_BYTES = 32_768;
    private static final int STORAGES_MAX = 16;
    private static final Pattern SUMMARY_SERIAL = Pattern.compile("(?m)^\\s*Serial Number:\\s*(\\S+)\\s*$");

    private final LibGphoto2 lib;
    private final LibC libc;
    private final Pointer camera;
    private final GphotoContext context;
    private final GphotoConfig config;
    private final CameraFiles files;
    private boolean isClosed;

    GphotoCamera(LibGphoto2 lib, LibC libc, Pointer camera, GphotoContext context) {
        this.lib = lib;
        this.libc = libc;
        this.camera = camera;
        this.context = context;
        this.config = new GphotoConfig(lib, camera, context);
        this.files = new CameraFiles(lib, libc, camera, context);
    }

    /** As the body calls itself. */
    public Optional<String> model() {
        return config.text("cameramodel");
    }

    /** The body's own number; empty if it has none. */
    public Optional<String> serial() {
        return config.text("serialnumber").or(this::serialInSummary);
    }

    /** For example {@code 87%}; empty if the body does not say. */
    public Optional<String> batteryLevel() {
        return config.text("batterylevel");
    }

    /**
     * Asks the body to focus, without exposing.
     *
     * @throws CameraException {@link CameraFault#UNSUPPORTED} when it cannot be asked, another fault when it did not focus
     */
    public void focus() throws CameraException {
        config.press("autofocusdrive");
    }

    /** The files on its cards; bound to the same thread. */
    public CameraFiles files() {
        return files;
    }

    /** Asks for one exposure. Some drivers return without an error although the body refused: trust only a new file. */
    public void trigger() throws CameraException {
        context.check(lib.gp_camera_trigger_capture(camera, context.fresh()), "gp_camera_trigger_capture");
    }

    /**
     * Looks for one event.
     *
     * @param waitMillis at most; over PTP/IP the generic driver returns at once all the same
     */
    public CameraEvent nextEvent(int waitMillis) throws CameraException {
        IntByReference type = new IntByReference();
        PointerByReference data = new PointerByReference();
        int code = lib.gp_camera_wait_for_event(camera, waitMillis, type, data, context.fresh());
        Pointer payload = data.getValue();
        try {
            context.check(code, "gp_camera_wait_for_event");
            return event(type.getValue(), payload);
        } finally {
            libc.free(payload);
        }
    }

    private static CameraEvent event(int type, Pointer payload) {
        if (type == EVENT_TIMEOUT) {
            return new CameraEvent.Quiet();
        }
        if (type == EVENT_FILE_ADDED && payload != null) {
            return new CameraEvent.FileAdded(
                    NativeText.read(payload.share(CameraFilePath.FOLDER), CameraFilePath.FOLDER_MAX),
                    NativeText.read(payload.share(CameraFilePath.NAME), CameraFilePath.NAME_MAX));
        }
        boolean hasText = type == EVENT_UNKNOWN && payload != null;
        return new CameraEvent.Other(hasText ? NativeText.read(payload, NativeText.MESSAGE_MAX) : "event " + type);
    }

    public List<CardSpace> cards() throws CameraException {
        PointerByReference out = new PointerByReference();
        IntByReference count = new IntByReference();
        int code = lib.gp_camera_get_storageinfo(camera, out, count, context.fresh());
        Pointer storages = out.getValue();
        try {
            context.check(code, "gp_camera_get_storageinfo");
            List<CardSpace> cards = new ArrayList<>();
            for (int i = 0; storages != null && i < Math.min(count.getValue(), STORAGES_MAX); i++) {
                cards.add(StorageInformation.read(storages.share((long) i * StorageInformation.SIZE)));
            }
            return cards;
        } finally {
            libc.free(storages);
        }
    }

    private Optional<String> serialInSummary() {
        try (Memory text = new Memory(SUMMARY_BYTES)) {
            text.clear();
            if (lib.gp_camera_get_summary(camera, text, context.fresh()) < GphotoResult.OK) {
                return Optional.empty();
            }
            Matcher serial = SUMMARY_SERIAL.matcher(text.getString(0, "UTF-8"));
            return serial.find() ? Optional.of(serial.group(1)) : Optional.empty();
        }
    }

    /**
     * Disconnects; a second call does nothing. On {@code ptpip:} ports libgphoto2 up to at least 2.5.34 closes file
     * descriptor 0 along with its own sockets, so this is for the end of a process that does not use its standard input.
     */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        synchronized (GphotoLibrary.GLOBALS) {
            // The result says only that the link was already down.
            lib.gp_camera_exit(camera, context.fresh());
            lib.gp_camera_unref(camera);
            context.free();
        }
    }
}
