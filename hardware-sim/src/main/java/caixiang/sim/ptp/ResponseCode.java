package caixiang.sim.ptp;

import java.util.Map;
import java.util.Optional;

/** Responses: ISO 15740:2013 §11, and from 0xA000 up the Nikon vendor extension. */
public enum ResponseCode implements WireCode {
    OK(0x2001),
    GENERAL_ERROR(0x2002),
    SESSION_NOT_OPEN(0x2003),
    INVALID_TRANSACTION_ID(0x2004),
    OPERATION_NOT_SUPPORTED(0x2005),
    PARAMETER_NOT_SUPPORTED(0x2006),
    INCOMPLETE_TRANSFER(0x2007),
    INVALID_STORAGE_ID(0x2008),
    INVALID_OBJECT_HANDLE(0x2009),
    DEVICE_PROP_NOT_SUPPORTED(0x200A),
    INVALID_OBJECT_FORMAT_CODE(0x200B),
    STORE_FULL(0x200C),
    OBJECT_WRITE_PROTECTED(0x200D),
    STORE_READ_ONLY(0x200E),
    ACCESS_DENIED(0x200F),
    NO_THUMBNAIL_PRESENT(0x2010),
    STORE_NOT_AVAILABLE(0x2013),
    SPECIFICATION_BY_FORMAT_UNSUPPORTED(0x2014),
    INVALID_PARENT_OBJECT(0x201A),
    INVALID_DEVICE_PROP_FORMAT(0x201B),
    INVALID_DEVICE_PROP_VALUE(0x201C),
    INVALID_PARAMETER(0x201D),
    SESSION_ALREADY_OPEN(0x201E),
    DEVICE_BUSY(0x2019),
    NIKON_OUT_OF_FOCUS(0xA002),
    NIKON_INVALID_STATUS(0xA004),
    NIKON_NOT_LIVE_VIEW(0xA00B);

    private static final Map<Integer, ResponseCode> BY_WIRE = WireCode.index(values());

    private final int wire;

    ResponseCode(int wire) {
        this.wire = wire;
    }

    @Override
    public int wire() {
        return wire;
    }

    /** The constant with this number, or nothing when the number is none we know. */
    public static Optional<ResponseCode> of(int wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }
}
