package caixiang.station.camera.gphoto2;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The files on a camera's cards. Confined to the camera's thread. */
public final class CameraFiles {
    private static final int FILE_TYPE_NORMAL = 1;
    private static final int OWNER_ONLY = 0600;

    /** {@code struct _Camera} in gphoto2-camera.h begins with the pointers {@code port} and {@code fs}. */
    private static final long FILESYSTEM_OFFSET = Native.POINTER_SIZE;

    private final LibGphoto2 lib;
    private final LibC libc;
    private final Pointer camera;
    private final GphotoContext context;

    CameraFiles(LibGphoto2 lib, LibC libc, Pointer camera, GphotoContext context) {
        this.lib = lib;
        this.libc = libc;
        this.camera = camera;
        this.context = context;
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

    /** As the camera itself states them, so that the same file has the same facts in every connection. */
    public FileFacts facts(String folder, String name) throws CameraException {
        // For a file it has just seen arrive, the driver keeps the computer's time instead of the camera's.
        Pointer filesystem = camera.getPointer(FILESYSTEM_OFFSET);
        context.check(
                lib.gp_filesystem_set_info_dirty(filesystem, folder, name, context.fresh()),
                "gp_filesystem_set_info_dirty");
        try (Memory info = new Memory(CameraFileInfo.SIZE)) {
            info.clear();
            context.check(
                    lib.gp_camera_file_get_info(camera, folder, name, info, context.fresh()),
                    "gp_camera_file_get_info");
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

    /**
     * Appends a part of a file of the card to {@code target}.
     *
     * @return how many bytes came; fewer than wanted means that the file ends there
     */
    public int read(String folder, String name, long offset, int wanted, FileChannel target) throws CameraException {
        try (Memory bytes = new Memory(wanted)) {
            LongByReference size = new LongByReference(wanted);
            context.check(
                    lib.gp_camera_file_read(
                            camera, folder, name, FILE_TYPE_NORMAL, offset, bytes, size, context.fresh()),
                    "gp_camera_file_read");
            int came = (int) Math.min(wanted, Math.max(0, size.getValue()));
            ByteBuffer buffer = bytes.getByteBuffer(0, came);
            while (buffer.hasRemaining()) {
                target.write(buffer);
            }
            return came;
        } catch (IOException e) {
            throw new CameraException(CameraFault.SPOOL_FAILED, name + " cannot be written: " + e.getMessage());
        }
    }

    /** Deletes a file. Many drivers report success whatever the body did: only a new listing proves it. */
    public void delete(String folder, String name) throws CameraException {
        context.check(lib.gp_camera_file_delete(camera, folder, name, context.fresh()), "gp_camera_file_delete");
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
}
