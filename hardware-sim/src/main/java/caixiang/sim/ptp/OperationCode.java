package caixiang.sim.ptp;

import java.util.Map;
import java.util.Optional;

/** Operations: ISO 15740:2013 §10, and from 0x9000 up the Nikon vendor extension (vendor 0x0A). */
public enum OperationCode implements WireCode {
    GET_DEVICE_INFO(0x1001),
    OPEN_SESSION(0x1002),
    CLOSE_SESSION(0x1003),
    GET_STORAGE_IDS(0x1004),
    GET_STORAGE_INFO(0x1005),
    GET_NUM_OBJECTS(0x1006),
    GET_OBJECT_HANDLES(0x1007),
    GET_OBJECT_INFO(0x1008),
    GET_OBJECT(0x1009),
    GET_THUMB(0x100A),
    DELETE_OBJECT(0x100B),
    INITIATE_CAPTURE(0x100E),
    GET_DEVICE_PROP_DESC(0x1014),
    GET_DEVICE_PROP_VALUE(0x1015),
    SET_DEVICE_PROP_VALUE(0x1016),
    GET_PARTIAL_OBJECT(0x101B),
    NIKON_INITIATE_CAPTURE_REC_IN_SDRAM(0x90C0),
    NIKON_AF_DRIVE(0x90C1),
    NIKON_CHANGE_CAMERA_MODE(0x90C2),
    NIKON_DEL_IMAGE_SDRAM(0x90C3),
    NIKON_GET_EVENT(0x90C7),
    NIKON_DEVICE_READY(0x90C8),
    NIKON_GET_VENDOR_PROP_CODES(0x90CA),
    NIKON_AF_CAPTURE_SDRAM(0x90CB),
    NIKON_START_LIVE_VIEW(0x9201),
    NIKON_END_LIVE_VIEW(0x9202),
    NIKON_GET_LIVE_VIEW_IMAGE(0x9203),
    NIKON_INITIATE_CAPTURE_REC_IN_MEDIA(0x9207);

    private static final Map<Integer, OperationCode> BY_WIRE = WireCode.index(values());

    private final int wire;

    OperationCode(int wire) {
        this.wire = wire;
    }

    @Override
    public int wire() {
        return wire;
    }

    /** The constant with this number, or nothing when the number is none we know. */
    public static Optional<OperationCode> of(int wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }
}
