package caixiang.sim.ptpip;

import caixiang.sim.ptp.PtpWriter;
import java.util.List;

/** One PTP/IP packet: CIPA DC-005 §2.3. Codes stay numbers here, because a peer may send ones we do not know. */
public sealed interface Packet {
    /** PTP/IP protocol version 1.0: minor in the low half, major in the high half. */
    int PROTOCOL_VERSION = 0x0001_0000;

    /** An operation, response or event has at most this many parameters (an event three). */
    int PARAMETERS_MAX = 5;

    PacketType type();

    /** Writes all that follows length and type. */
    void encodeBody(PtpWriter writer);

    /** Opens the command/data connection and says who the initiator is. */
    record InitCommandRequest(Guid guid, String friendlyName, int version) implements Packet {
        @Override
        public PacketType type() {
            return PacketType.INIT_COMMAND_REQUEST;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            guid.encode(writer);
            writer.nulTerminatedString(friendlyName).u32(version);
        }
    }

    /** Accepts the initiator; the number ties the event connection to this one. */
    record InitCommandAck(int connectionNumber, Guid guid, String friendlyName, int version) implements Packet {
        @Override
        public PacketType type() {
            return PacketType.INIT_COMMAND_ACK;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u32(connectionNumber);
            guid.encode(writer);
            writer.nulTerminatedString(friendlyName).u32(version);
        }
    }

    /** Opens the event connection that belongs to a command/data connection. */
    record InitEventRequest(int connectionNumber) implements Packet {
        @Override
        public PacketType type() {
            return PacketType.INIT_EVENT_REQUEST;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u32(connectionNumber);
        }
    }

    /** Accepts the event connection. */
    record InitEventAck() implements Packet {
        @Override
        public PacketType type() {
            return PacketType.INIT_EVENT_ACK;
        }

        @Override
        public void encodeBody(PtpWriter writer) {}
    }

    /** Refuses an initiator: 1 rejected, 2 busy, 3 unspecified. */
    record InitFail(int reason) implements Packet {
        public static final int BUSY = 2;
        public static final int UNSPECIFIED = 3;

        @Override
        public PacketType type() {
            return PacketType.INIT_FAIL;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u32(reason);
        }
    }

    /** Asks for an operation; {@code dataPhase} is 1 for none or data-in, 2 for data-out. */
    record OperationRequest(int dataPhase, int operation, int transactionId, List<Integer> parameters)
            implements Packet {
        public static final int DATA_OUT = 2;

        public OperationRequest {
            parameters = List.copyOf(parameters);
        }

        @Override
        public PacketType type() {
            return PacketType.OPERATION_REQUEST;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u32(dataPhase).u16(operation).u32(transactionId);
            parameters.forEach(writer::u32);
        }
    }

    /** Ends a transaction. */
    record OperationResponse(int response, int transactionId, List<Integer> parameters) implements Packet {
        public OperationResponse {
            parameters = List.copyOf(parameters);
        }

        @Override
        public PacketType type() {
            return PacketType.OPERATION_RESPONSE;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u16(response).u32(transactionId);
            parameters.forEach(writer::u32);
        }
    }

    /** Something happened on the camera. */
    record Event(int event, int transactionId, List<Integer> parameters) implements Packet {
        public Event {
            parameters = List.copyOf(parameters);
        }

        @Override
        public PacketType type() {
            return PacketType.EVENT;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u16(event).u32(transactionId);
            parameters.forEach(writer::u32);
        }
    }

    /** Announces a data phase of so many bytes. */
    record StartData(int transactionId, long totalBytes) implements Packet {
        @Override
        public PacketType type() {
            return PacketType.START_DATA;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u32(transactionId).u64(totalBytes);
        }
    }

    /** A piece of a data phase. */
    record Data(int transactionId, Payload payload) implements Packet {
        @Override
        public PacketType type() {
            return PacketType.DATA;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u32(transactionId).bytes(payload.bytes());
        }
    }

    /** Breaks a transaction off. */
    record Cancel(int transactionId) implements Packet {
        @Override
        public PacketType type() {
            return PacketType.CANCEL;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u32(transactionId);
        }
    }

    /** The last piece of a data phase; it may hold all of it, or nothing. */
    record EndData(int transactionId, Payload payload) implements Packet {
        @Override
        public PacketType type() {
            return PacketType.END_DATA;
        }

        @Override
        public void encodeBody(PtpWriter writer) {
            writer.u32(transactionId).bytes(payload.bytes());
        }
    }

    /** Asks on the event connection whether the other side is alive. */
    record ProbeRequest() implements Packet {
        @Override
        public PacketType type() {
            return PacketType.PROBE_REQUEST;
        }

        @Override
        public void encodeBody(PtpWriter writer) {}
    }

    /** Answers a probe. */
    record ProbeResponse() implements Packet {
        @Override
        public PacketType type() {
            return PacketType.PROBE_RESPONSE;
        }

        @Override
        public void encodeBody(PtpWriter writer) {}
    }
}
