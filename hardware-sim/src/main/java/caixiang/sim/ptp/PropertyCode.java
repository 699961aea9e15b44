package caixiang.sim.ptp;

import java.util.Map;
import java.util.Optional;

/** Device properties: ISO 15740:2013 §13, and from 0xD000 up the Nikon vendor extension. */
public enum PropertyCode implements WireCode {
    BATTERY_LEVEL(0x5001),
    IMAGE_SIZE(0x5003),
    COMPRESSION_SETTING(0x5004),
    WHITE_BALANCE(0x5005),
    F_NUMBER(0x5007),
    FOCAL_LENGTH(0x5008),
    FOCUS_MODE(0x500A),
    EXPOSURE_METERING_MODE(0x500B),
    FLASH_MODE(0x500C),
    EXPOSURE_TIME(0x500D),
    EXPOSURE_PROGRAM_MODE(0x500E),
    EXPOSURE_INDEX(0x500F),
    EXPOSURE_BIAS_COMPENSATION(0x5010),
    DATE_TIME(0x5011),
    STILL_CAPTURE_MODE(0x5013),
    NIKON_SHUTTER_SPEED(0xD100),
    NIKON_AC_POWER(0xD101),
    NIKON_RECORDING_MEDIA(0xD10B),
    NIKON_AUTOFOCUS_MODE(0xD161),
    NIKON_LIVE_VIEW_STATUS(0xD1A2),
    NIKON_LIVE_VIEW_PROHIBIT_CONDITION(0xD1A4),
    NIKON_EXPOSURE_REMAINING(0xD1F1);

    private static final Map<Integer, PropertyCode> BY_WIRE = WireCode.index(values());

    private final int wire;

    PropertyCode(int wire) {
        this.wire = wire;
    }

    @Override
    public int wire() {
        return wire;
    }

    /** The constant with this number, or nothing when the number is none we know. */
    public static Optional<PropertyCode> of(int wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }
}
