package caixiang.sim.ptpip;

import caixiang.sim.ptp.MalformedPacketException;
import caixiang.sim.ptp.PtpReader;
import caixiang.sim.ptp.PtpWriter;

/** The 16 bytes by which a PTP/IP device knows another again: CIPA DC-005 §2.3.1. Kept in wire order. */
public record Guid(long first, long last) {
    static Guid decode(PtpReader reader) throws MalformedPacketException {
        return new Guid(Long.reverseBytes(reader.u64()), Long.reverseBytes(reader.u64()));
    }

    void encode(PtpWriter writer) {
        writer.u64(Long.reverseBytes(first)).u64(Long.reverseBytes(last));
    }

    @Override
    public String toString() {
        return String.format("%016x%016x", first, last);
    }
}
