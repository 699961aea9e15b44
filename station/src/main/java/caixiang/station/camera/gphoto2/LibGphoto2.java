package caixiang.station.camera.gphoto2;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libgphoto2.so.6 that the agent calls, named as in gphoto2-camera.h and its neighbours. An {@code int}
 * result below zero is an error; only {@link GphotoResult} looks at it.
 */
interface LibGphoto2 extends Library {

    /** {@code GPContextErrorFunc}; runs on the calling thread. */
    interface ErrorCallback extends Callback {
        void onError(@Nullable Pointer context, @Nullable Pointer text, @Nullable Pointer data);
    }

    Pointer gp_library_version(int verbose);

    int gp_setting_set(String id, String key, String value);

    Pointer gp_context_new();

    void gp_context_unref(Pointer context);

    void gp_context_set_error_func(Pointer context, ErrorCallback callback, @Nullable Pointer data);

    int gp_abilities_list_new(PointerByReference list);

    int gp_abilities_list_load(Pointer list, Pointer context);

    int gp_abilities_list_lookup_model(Pointer list, String model);

    int gp_abilities_list_get_abilities(Pointer list, int index, CameraAbilities abilities);

    int gp_abilities_list_free(Pointer list);

    int gp_list_new(PointerByReference list);

    int gp_list_count(Pointer list);

    int gp_list_get_name(Pointer list, int index, PointerByReference name);

    int gp_list_get_value(Pointer list, int index, PointerByReference value);

    int gp_list_free(Pointer list);

    int gp_camera_autodetect(Pointer list, Pointer context);

    int gp_camera_new(PointerByReference camera);

    int gp_camera_set_abilities(Pointer camera, CameraAbilities.ByValue abilities);

    int gp_camera_set_port_info(Pointer camera, Pointer portInfo);

    int gp_camera_init(Pointer camera, Pointer context);

    int gp_camera_exit(Pointer camera, Pointer context);

    int gp_camera_unref(Pointer camera);

    int gp_camera_get_summary(Pointer camera, Pointer text, Pointer context);

    int gp_camera_get_storageinfo(Pointer camera, PointerByReference storages, IntByReference count, Pointer context);

    int gp_camera_trigger_capture(Pointer camera, Pointer context);

    int gp_camera_wait_for_event(
            Pointer camera, int timeoutMillis, IntByReference type, PointerByReference data, Pointer context);

    int gp_camera_folder_list_files(Pointer camera, String folder, Pointer list, Pointer context);

    int gp_camera_folder_list_folders(Pointer camera, String folder, Pointer list, Pointer context);

    int gp_filesystem_set_info_dirty(Pointer filesystem, String folder, String name, Pointer context);

    int gp_camera_file_get_info(Pointer camera, String folder, String name, Pointer info, Pointer context);

    int gp_camera_file_get(Pointer camera, String folder, String name, int type, Pointer file, Pointer context);

    int gp_camera_file_read(
            Pointer camera,
            String folder,
            String name,
            int type,
            long offset,
            Pointer buffer,
            LongByReference size,
            Pointer context);

    int gp_camera_file_delete(Pointer camera, String folder, String name, Pointer context);

    int gp_file_new_from_fd(PointerByReference file, int fd);

    int gp_file_unref(Pointer file);

    int gp_camera_get_single_config(Pointer camera, String name, PointerByReference widget, Pointer context);

    int gp_camera_set_single_config(Pointer camera, String name, Pointer widget, Pointer context);

    int gp_widget_get_type(Pointer widget, IntByReference type);

    int gp_widget_get_value(Pointer widget, Pointer value);

    int gp_widget_set_value(Pointer widget, Pointer value);

    int gp_widget_free(Pointer widget);
}
