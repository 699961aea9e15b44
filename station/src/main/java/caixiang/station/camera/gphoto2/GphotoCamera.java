package caixiang.station.camera.gphoto2;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import com.sun.jna.Memory;
import com.sun.jna.Native;
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

    /** {@code struct _Camera} in gphoto2-camera.h begins with the pointers {@code port} and {@code fs}. */
    private static final long FILESYSTEM_OFFSET = Native.POINTER_SIZE;

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

    public List<String> folders(String folder) throws CameraException {
        try (NativeList list = NativeList.create(lib)) {
            context.check(
                    lib.gp_camera_folder_list_folders(camera, folder, list.pointer(), context.fresh()),
                    "gp_camera_folder_list_folders");
            return names(list);
        }
    }

    public List<String> files(String folder) throws CameraException {
        try (NativeList list = NativeList.create(lib)) {
            context.check(
                    lib.gp_camera_folder_list_files(camera, folder, list.pointer(), context.fresh()),
                    "gp_camera_folder_list_files");
            return names(list);
        }
    }

    private static List<String> names(NativeList list) throws CameraException {
        int count = list.count();
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(list.name(i));
        }
        return names;
    }

    public FileFacts facts(String folder, String name) throws CameraException {
        try (Memory info = new Memory(CameraFileInfo.SIZE)) {
            info.clear();
            context.check(
                    lib.gp_camera_file_get_info(camera, folder, name, info, context.fresh()), "gp_camera_file_get_info");
            return new FileFacts(
                    info.getLong(CameraFileInfo.FILE_SIZE),
                    Instant.ofEpochSecond(info.getLong(CameraFileInfo.FILE_MTIME)));
        }
    }

    /**
     * Writes a file of the card to {@code target}, past the Java heap. A good result does not mean that all bytes came: the
     * caller compares sizes.
     */
    public void download(String folder, String name, Path target) throws CameraException {
        Pointer file = newFile(target);
        try {
            context.check(
                    lib.gp_camera_file_get(camera, folder, name, FILE_TYPE_NORMAL, file, context.fresh()),
                    "gp_camera_file_get");
        } finally {
            lib.gp_file_unref(file);
        }
    }

    /** The returned file owns the descriptor and closes it when it is let go. */
    private Pointer newFile(Path target) throws CameraException {
        int fd;
        try {
            fd = libc.creat(target.toString(), OWNER_ONLY);
        } catch (LastErrorException e) {
            throw new CameraException(CameraFault.SPOOL_FAILED, target + " cannot be created: " + e.getMessage());
        }
        PointerByReference out = new PointerByReference();
        int code = lib.gp_file_new_from_fd(out, fd);
        if (code < GphotoResult.OK) {
            libc.close(fd);
        }
        GphotoResult.check(code, "gp_file_new_from_fd");
        return out.getValue();
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
