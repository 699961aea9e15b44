package caixiang.sim.camera.nikon;

import caixiang.sim.camera.OperationTable;
import caixiang.sim.camera.Personality;
import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.ptp.DeviceInfo;
import caixiang.sim.ptp.EventCode;
import java.util.List;

/** A Nikon D750, as far as tethered shooting goes. */
public final class NikonPersonality implements Personality {
    private static final int VENDOR_NIKON = 0x0A;

    @Override
    public DeviceInfo.VendorExtension vendorExtension() {
        return new DeviceInfo.VendorExtension(VENDOR_NIKON, 100, "Microsoft.com/DeviceServices: 1.0");
    }

    @Override
    public DeviceInfo.Identity identity(String serialNumber) {
        return new DeviceInfo.Identity("Nikon Corporation", "D750", "V1.15", serialNumber);
    }

    @Override
    public List<EventCode> events() {
        return List.of(
                EventCode.OBJECT_ADDED,
                EventCode.OBJECT_REMOVED,
                EventCode.STORE_ADDED,
                EventCode.STORE_REMOVED,
                EventCode.DEVICE_PROP_CHANGED,
                EventCode.OBJECT_INFO_CHANGED,
                EventCode.DEVICE_INFO_CHANGED,
                EventCode.REQUEST_OBJECT_TRANSFER,
                EventCode.STORE_FULL,
                EventCode.STORAGE_INFO_CHANGED,
                EventCode.CAPTURE_COMPLETE,
                EventCode.NIKON_OBJECT_ADDED_IN_SDRAM,
                EventCode.NIKON_CAPTURE_COMPLETE_REC_IN_SDRAM);
    }

    /** The initiator asks by GetEvent. */
    @Override
    public boolean sendsEvents() {
        return false;
    }

    @Override
    public void equip(CameraBody body, OperationTable operations) {
        NikonProperties.addTo(body);
        new NikonOperations(body).addTo(operations);
    }
}
