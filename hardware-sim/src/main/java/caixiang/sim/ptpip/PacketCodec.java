package caixiang.sim.ptpip;

import caixiang.sim.ptp.MalformedPacketException;
import caixiang.sim.ptp.PtpReader;
import caixiang.sim.ptp.PtpWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Packets to bytes and back: CIPA DC-005 §2.2, a 32-bit length that counts itself, a 32-bit type, a body; all
 * little-endian. The length is checked against {@link #PACKET_BYTES_MAX} before anything is allocated for it.
 */
public final class PacketCodec {
    /**
     * The longest packet that is read, in bytes. Initiators send data in pieces (libgphoto2: 64 KiB), and what a camera
     * is sent are settings.
     */
    public static final int PACKET_BYTES_MAX = 1 << 20;

    private static final int HEADER_BYTES = 8;

    private PacketCodec() {}

    public static byte[] encode(Packet packet) {
        PtpWriter body = new PtpWriter();
        packet.encodeBody(body);
        byte[] bodyBytes = body.toByteArray();
        return new PtpWriter()
                .u32(HEADER_BYTES + bodyBytes.length)
                .u32(packet.type().wire())
                .bytes(bodyBytes)
                .toByteArray();
    }

    /**
     * The first 12 bytes of a {@link Packet.Data} or {@link Packet.EndData}, for large pieces that need no copy.
     *
     * @param payloadBytes how many bytes will follow
     */
    public static byte[] dataHeader(PacketType type, int transactionId, int payloadBytes) {
        return new PtpWriter()
                .u32(HEADER_BYTES + 4 + payloadBytes)
                .u32(type.wire())
                .u32(transactionId)
                .toByteArray();
    }

    /**
     * Reads one packet, waiting for it.
     *
     * @throws EOFException when the peer closed the connection before or inside a packet
     * @throws MalformedPacketException when the bytes are no packet
     */
    public static Packet read(InputStream in) throws IOException {
        PtpReader header = new PtpReader(readFully(in, HEADER_BYTES));
        long length = Integer.toUnsignedLong(header.u32());
        int type = header.u32();
        if (length < HEADER_BYTES || length > PACKET_BYTES_MAX) {
            throw new MalformedPacketException(
                    "packet of " + length + " bytes; allowed are " + HEADER_BYTES + " to " + PACKET_BYTES_MAX);
        }
        PacketType known = PacketType.of(type)
                .orElseThrow(() -> new MalformedPacketException("packet type " + type + " does not exist"));
        return decodeBody(known, readFully(in, (int) length - HEADER_BYTES));
    }

    private static Packet decodeBody(PacketType type, byte[] bytes) throws MalformedPacketException {
        PtpReader body = new PtpReader(bytes);
        Packet packet = decodeBody(type, body);
        body.end();
        return packet;
    }

    private static Packet decodeBody(PacketType type, PtpReader body) throws MalformedPacketException {
        return switch (type) {
            case INIT_COMMAND_REQUEST ->
                new Packet.InitCommandRequest(Guid.decode(body), body.nulTerminatedString(), body.u32());
            case INIT_COMMAND_ACK ->
                new Packet.InitCommandAck(body.u32(), Guid.decode(body), body.nulTerminatedString(), body.u32());
            case INIT_EVENT_REQUEST -> new Packet.InitEventRequest(body.u32());
            case INIT_EVENT_ACK -> new Packet.InitEventAck();
            case INIT_FAIL -> new Packet.InitFail(body.u32());
            case OPERATION_REQUEST -> new Packet.OperationRequest(body.u32(), body.u16(), body.u32(), parameters(body));
            case OPERATION_RESPONSE -> new Packet.OperationResponse(body.u16(), body.u32(), parameters(body));
            case EVENT -> new Packet.Event(body.u16(), body.u32(), parameters(body));
            case START_DATA -> new Packet.StartData(body.u32(), body.u64());
            case DATA -> new Packet.Data(body.u32(), rest(body));
            case CANCEL -> new Packet.Cancel(body.u32());
            case END_DATA -> new Packet.EndData(body.u32(), rest(body));
            case PROBE_REQUEST -> new Packet.ProbeRequest();
            case PROBE_RESPONSE -> new Packet.ProbeResponse();
        };
    }

    private static List<Integer> parameters(PtpReader body) throws MalformedPacketException {
        if (body.remaining() > 4 * Packet.PARAMETERS_MAX) {
            throw new MalformedPacketException(body.remaining() + " bytes of parameters; five are allowed");
        }
        List<Integer> parameters = new ArrayList<>(Packet.PARAMETERS_MAX);
        while (body.remaining() > 0) {
            parameters.add(body.u32());
        }
        return parameters;
    }

    private static Payload rest(PtpReader body) throws MalformedPacketException {
        return new Payload(body.bytes(body.remaining()));
    }

    private static byte[] readFully(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("connection closed after " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }
}
