package caixiang.sim.camera;

import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.ptp.DeviceInfo;
import caixiang.sim.ptp.EventCode;
import java.util.List;

/** What makes a camera this make and model: its name, and the operations and properties it adds to the standard's. */
public interface Personality {
    DeviceInfo.VendorExtension vendorExtension();

    DeviceInfo.Identity identity(String serialNumber);

    /** The events it may send, for DeviceInfo. */
    List<EventCode> events();

    /** True when events go out on the event connection, false when the initiator asks for them by an operation. */
    boolean sendsEvents();

    /** Adds properties to the body and operations to the table. */
    void equip(CameraBody body, OperationTable operations);
}
