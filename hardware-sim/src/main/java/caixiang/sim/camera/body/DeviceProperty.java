package caixiang.sim.camera.body;

import caixiang.sim.ptp.DevicePropDesc;
import caixiang.sim.ptp.PropertyValue;
import java.util.function.Supplier;

/** A device property with its current value, which is either stored here or read off the body. */
public final class DeviceProperty {
    private final DevicePropDesc description;
    private Supplier<PropertyValue> current;

    private DeviceProperty(DevicePropDesc description, Supplier<PropertyValue> current) {
        this.description = description;
        this.current = current;
    }

    /** A setting; it starts with its factory default. */
    public static DeviceProperty stored(DevicePropDesc description) {
        return new DeviceProperty(description, description::factoryDefault);
    }

    /** A reading; each look takes it anew. */
    public static DeviceProperty live(DevicePropDesc description, Supplier<PropertyValue> reading) {
        return new DeviceProperty(description, reading);
    }

    public DevicePropDesc description() {
        return description;
    }

    public PropertyValue current() {
        return current.get();
    }

    void set(PropertyValue value) {
        current = () -> value;
    }
}
