package caixiang.sim.ptp;

import java.util.Map;
import java.util.Optional;

/** Events: ISO 15740:2013 §12, and from 0xC000 up the Nikon vendor extension. */
public enum EventCode implements WireCode {
    CANCEL_TRANSACTION(0x4001),
    OBJECT_ADDED(0x4002),
    OBJECT_REMOVED(0x4003),
    STORE_ADDED(0x4004),
    STORE_REMOVED(0x4005),
    DEVICE_PROP_CHANGED(0x4006),
    OBJECT_INFO_CHANGED(0x4007),
    DEVICE_INFO_CHANGED(0x4008),
    REQUEST_OBJECT_TRANSFER(0x4009),
    STORE_FULL(0x400A),
    STORAGE_INFO_CHANGED(0x400C),
    CAPTURE_COMPLETE(0x400D),
    NIKON_OBJECT_ADDED_IN_SDRAM(0xC101),
    NIKON_CAPTURE_COMPLETE_REC_IN_SDRAM(0xC102);

    private static final Map<Integer, EventCode> BY_WIRE = WireCode.index(values());

    private final int wire;

    EventCode(int wire) {
        this.wire = wire;
    }

    @Override
    public int wire() {
        return wire;
    }

    /** The constant with this number, or nothing when the number is none we know. */
    public static Optional<EventCode> of(int wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }
}
