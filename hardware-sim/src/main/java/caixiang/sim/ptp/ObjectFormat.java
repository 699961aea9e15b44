package caixiang.sim.ptp;

import java.util.Map;
import java.util.Optional;

/** Object formats: ISO 15740:2013 §6.3. */
public enum ObjectFormat implements WireCode {
    UNDEFINED(0x3000),
    ASSOCIATION(0x3001),
    EXIF_JPEG(0x3801),
    JFIF(0x3808);

    private static final Map<Integer, ObjectFormat> BY_WIRE = WireCode.index(values());

    private final int wire;

    ObjectFormat(int wire) {
        this.wire = wire;
    }

    @Override
    public int wire() {
        return wire;
    }

    /** The constant with this number, or nothing when the number is none we know. */
    public static Optional<ObjectFormat> of(int wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }
}
