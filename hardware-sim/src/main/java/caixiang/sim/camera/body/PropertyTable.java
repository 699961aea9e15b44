package caixiang.sim.camera.body;

import caixiang.sim.ptp.DevicePropDesc;
import caixiang.sim.ptp.MalformedPacketException;
import caixiang.sim.ptp.PropertyCode;
import caixiang.sim.ptp.PropertyValue;
import caixiang.sim.ptp.PtpReader;
import caixiang.sim.ptp.ResponseCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The camera's device properties by code. Safe for use by several threads. */
public final class PropertyTable {
    private final Map<PropertyCode, DeviceProperty> properties = new EnumMap<>(PropertyCode.class);

    public synchronized void add(DeviceProperty property) {
        properties.put(property.description().code(), property);
    }

    public synchronized List<PropertyCode> codes() {
        return List.copyOf(properties.keySet());
    }

    /** The DevicePropDesc dataset, or nothing when there is no such property. */
    public synchronized Optional<byte[]> describe(int code) {
        return property(code).map(p -> p.description().encode(p.current()));
    }

    /** The current value as bytes, or nothing when there is no such property. */
    public synchronized Optional<byte[]> value(int code) {
        return property(code).map(p -> p.description().encodeValue(p.current()));
    }

    /** The current number of a property, or {@code otherwise} when this camera has none such. */
    public synchronized long number(PropertyCode code, long otherwise) {
        DeviceProperty property = properties.get(code);
        return property == null ? otherwise : property.current().number();
    }

    /** Sets a property from the initiator's bytes. */
    public synchronized ResponseCode set(int code, byte[] bytes) {
        Optional<DeviceProperty> known = property(code);
        if (known.isEmpty()) {
            return ResponseCode.DEVICE_PROP_NOT_SUPPORTED;
        }
        DevicePropDesc description = known.get().description();
        if (!description.writable()) {
            return ResponseCode.ACCESS_DENIED;
        }
        try {
            PtpReader reader = new PtpReader(bytes);
            PropertyValue value = description.type().read(reader);
            reader.end();
            if (!description.form().allows(value)) {
                return ResponseCode.INVALID_DEVICE_PROP_VALUE;
            }
            known.get().set(value);
            return ResponseCode.OK;
        } catch (MalformedPacketException e) {
            return ResponseCode.INVALID_DEVICE_PROP_FORMAT;
        }
    }

    private Optional<DeviceProperty> property(int code) {
        return PropertyCode.of(code).flatMap(known -> Optional.ofNullable(properties.get(known)));
    }
}
