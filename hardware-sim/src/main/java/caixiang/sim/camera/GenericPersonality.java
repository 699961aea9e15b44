package caixiang.sim.camera;

import static caixiang.sim.camera.body.DeviceProperty.live;
import static caixiang.sim.camera.body.DeviceProperty.stored;

import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.camera.body.Shutter;
import caixiang.sim.ptp.DataType;
import caixiang.sim.ptp.DeviceInfo;
import caixiang.sim.ptp.DevicePropDesc;
import caixiang.sim.ptp.EventCode;
import caixiang.sim.ptp.OperationCode;
import caixiang.sim.ptp.PropertyCode;
import caixiang.sim.ptp.PropertyForm;
import caixiang.sim.ptp.PropertyValue;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A camera of the standard and nothing more: InitiateCapture, and events on the event connection. */
public final class GenericPersonality implements Personality {
    private static final DateTimeFormatter PTP_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    @Override
    public DeviceInfo.VendorExtension vendorExtension() {
        return new DeviceInfo.VendorExtension(0, 0, "");
    }

    @Override
    public DeviceInfo.Identity identity(String serialNumber) {
        return new DeviceInfo.Identity("Caixiang", "PTP Camera", "1.0", serialNumber);
    }

    @Override
    public List<EventCode> events() {
        return List.of(EventCode.OBJECT_ADDED, EventCode.STORE_FULL, EventCode.CAPTURE_COMPLETE);
    }

    @Override
    public boolean sendsEvents() {
        return true;
    }

    @Override
    public void equip(CameraBody body, OperationTable operations) {
        operations.add(
                OperationCode.INITIATE_CAPTURE,
                request -> Answer.of(body.shutter().press(Shutter.Destination.CARD)));
        body.properties()
                .add(stored(new DevicePropDesc(
                        PropertyCode.BATTERY_LEVEL,
                        DataType.UINT8,
                        false,
                        PropertyValue.of(100),
                        new PropertyForm.Range(1, 100, 1))));
        body.properties()
                .add(live(
                        new DevicePropDesc(
                                PropertyCode.DATE_TIME,
                                DataType.STRING,
                                false,
                                PropertyValue.of(""),
                                new PropertyForm.Anything()),
                        () -> PropertyValue.of(PTP_TIME.format(LocalDateTime.now(body.clock())))));
    }
}
