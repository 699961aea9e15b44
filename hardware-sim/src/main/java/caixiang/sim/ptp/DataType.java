package caixiang.sim.ptp;

/** The data types our properties use: ISO 15740:2013 §5.3. */
public enum DataType implements WireCode {
    INT8(0x0001, 1),
    UINT8(0x0002, 1),
    INT16(0x0003, 2),
    UINT16(0x0004, 2),
    INT32(0x0005, 4),
    UINT32(0x0006, 4),
    STRING(0xFFFF, 0);

    private final int wire;
    private final int bytes;

    DataType(int wire, int bytes) {
        this.wire = wire;
        this.bytes = bytes;
    }

    @Override
    public int wire() {
        return wire;
    }

    /** Reads one value of this type. */
    public PropertyValue read(PtpReader reader) throws MalformedPacketException {
        return switch (this) {
            case INT8 -> PropertyValue.of((byte) reader.u8());
            case UINT8 -> PropertyValue.of(reader.u8());
            case INT16 -> PropertyValue.of((short) reader.u16());
            case UINT16 -> PropertyValue.of(reader.u16());
            case INT32 -> PropertyValue.of(reader.u32());
            case UINT32 -> PropertyValue.of(Integer.toUnsignedLong(reader.u32()));
            case STRING -> PropertyValue.of(reader.string());
        };
    }

    /** Writes one value of this type; a text for a number, or a number that does not fit, is our own mistake. */
    public void write(PtpWriter writer, PropertyValue value) {
        if (this == STRING) {
            writer.string(value.text());
            return;
        }
        long number = value.number();
        if (!fits(number)) {
            throw new IllegalArgumentException(number + " is no " + this);
        }
        switch (bytes) {
            case 1 -> writer.u8((int) number);
            case 2 -> writer.u16((int) number);
            default -> writer.u32((int) number);
        }
    }

    private boolean fits(long number) {
        boolean signed = this == INT8 || this == INT16 || this == INT32;
        long values = 1L << (8 * bytes);
        return signed ? number >= -values / 2 && number < values / 2 : number >= 0 && number < values;
    }
}
