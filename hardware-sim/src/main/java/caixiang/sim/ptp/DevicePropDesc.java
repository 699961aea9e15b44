package caixiang.sim.ptp;

/** The DevicePropDesc dataset without the current value, which changes: ISO 15740:2013 §13.3.3. */
public record DevicePropDesc(
        PropertyCode code, DataType type, boolean writable, PropertyValue factoryDefault, PropertyForm form) {

    public byte[] encode(PropertyValue current) {
        PtpWriter writer = new PtpWriter().u16(code.wire()).u16(type.wire()).u8(writable ? 1 : 0);
        type.write(writer, factoryDefault);
        type.write(writer, current);
        form.encode(writer, type);
        return writer.toByteArray();
    }

    public byte[] encodeValue(PropertyValue value) {
        PtpWriter writer = new PtpWriter();
        type.write(writer, value);
        return writer.toByteArray();
    }
}
