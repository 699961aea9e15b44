package caixiang.station.camera.gphoto2;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** The functions of libgphoto2_port.so.12 that the agent calls. */
interface LibGphoto2Port extends Library {
    int gp_port_info_list_new(PointerByReference list);

    int gp_port_info_list_load(Pointer list);

    int gp_port_info_list_lookup_path(Pointer list, String path);

    int gp_port_info_list_get_info(Pointer list, int index, PointerByReference info);

    int gp_port_info_list_free(Pointer list);
}
