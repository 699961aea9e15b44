package caixiang.sim.ptpip;

import caixiang.sim.ptp.WireCode;
import java.util.Map;
import java.util.Optional;

/** Packet types: CIPA DC-005 §2.3. The number takes 32 bits on the wire. */
public enum PacketType implements WireCode {
    INIT_COMMAND_REQUEST(1),
    INIT_COMMAND_ACK(2),
    INIT_EVENT_REQUEST(3),
    INIT_EVENT_ACK(4),
    INIT_FAIL(5),
    OPERATION_REQUEST(6),
    OPERATION_RESPONSE(7),
    EVENT(8),
    START_DATA(9),
    DATA(10),
    CANCEL(11),
    END_DATA(12),
    PROBE_REQUEST(13),
    PROBE_RESPONSE(14);

    private static final Map<Integer, PacketType> BY_WIRE = WireCode.index(values());

    private final int wire;

    PacketType(int wire) {
        this.wire = wire;
    }

    @Override
    public int wire() {
        return wire;
    }

    /** The constant with this number, or nothing when there is no such packet. */
    public static Optional<PacketType> of(int wire) {
        return Optional.ofNullable(BY_WIRE.get(wire));
    }
}
