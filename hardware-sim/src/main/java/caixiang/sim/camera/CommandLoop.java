package caixiang.sim.camera;

import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.fault.Fault;
import caixiang.sim.fault.Faults;
import caixiang.sim.ptp.MalformedPacketException;
import caixiang.sim.ptp.ResponseCode;
import caixiang.sim.ptpip.Packet;
import caixiang.sim.ptpip.PacketCodec;
import caixiang.sim.ptpip.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Serves one command/data connection: one operation after the other until it closes. Runs on the connection's thread.
 */
final class CommandLoop {
    private final InitiatorLink link;
    private final CameraBody body;
    private final Dispatcher dispatcher;
    private final Faults faults;
    private final LongConsumer powerOff;
    private final AnswerWriter writer;
    private boolean stalled;

    CommandLoop(InitiatorLink link, CameraBody body, Dispatcher dispatcher, Misbehaviour misbehaviour) {
        this.link = link;
        this.body = body;
        this.dispatcher = dispatcher;
        this.faults = misbehaviour.faults;
        this.powerOff = misbehaviour.powerOff;
        this.writer = new AnswerWriter(link.command().out(), misbehaviour.rate);
    }

    /** What is not as it could be: faults, a power switch (for so many milliseconds), a slow cable. */
    record Misbehaviour(Faults faults, LongConsumer powerOff, TransferRate rate) {}

    /** @throws IOException when the connection is at its end, for whatever reason */
    void serve() throws IOException, InterruptedException {
        while (true) {
            Packet packet = link.command().read(0);
            if (packet instanceof Packet.OperationRequest operation) {
                Payload data = operation.dataPhase() == Packet.OperationRequest.DATA_OUT
                        ? readDataOut(operation.transactionId())
                        : Payload.EMPTY;
                if (!stalled) {
                    perform(operation, data);
                }
            } else if (packet instanceof Packet.ProbeRequest) {
                link.command().write(new Packet.ProbeResponse());
            } else if (!(packet instanceof Packet.Cancel)) {
                throw new MalformedPacketException(packet.type() + " is not expected here");
            }
        }
    }

    private void perform(Packet.OperationRequest operation, Payload data) throws IOException, InterruptedException {
        Optional<Fault> fault = faults.onOperation(operation.operation());
        if (fault.isEmpty()) {
            writer.write(dispatcher.perform(operation, data), operation.transactionId());
        } else {
            misbehave(fault.get(), operation, data);
        }
    }

    private void misbehave(Fault fault, Packet.OperationRequest operation, Payload data)
            throws IOException, InterruptedException {
        int transaction = operation.transactionId();
        switch (fault.kind()) {
            case RESPOND -> writer.write(dispatcher.refuse(operation, (int) fault.amount()), transaction);
            case CARD_FULL -> writer.write(dispatcher.refuse(operation, ResponseCode.STORE_FULL.wire()), transaction);
            case AF_FAIL -> {
                body.shutter().missFocusOnce();
                writer.write(dispatcher.perform(operation, data), transaction);
            }
            case DELAY -> {
                link.command().pause(fault.amount());
                writer.write(dispatcher.perform(operation, data), transaction);
            }
            case SILENT -> dispatcher.perform(operation, data);
            case RESET_AFTER -> {
                writer.writeCut(dispatcher.perform(operation, data), transaction, fault.amount());
                link.reset();
            }
            case STALL_AFTER -> {
                writer.writeCut(dispatcher.perform(operation, data), transaction, fault.amount());
                stalled = true;
            }
            // A fault script keeps these to announcements.
            case LOSE_EVENT, DOUBLE_EVENT -> writer.write(dispatcher.perform(operation, data), transaction);
            case POWER_OFF -> powerOff.accept(fault.amount());
        }
    }

    /** Reads a data-out phase, of at most as many bytes as a packet may have. */
    private Payload readDataOut(int transactionId) throws IOException {
        if (!(link.command().read(0) instanceof Packet.StartData start) || start.transactionId() != transactionId) {
            throw new MalformedPacketException("no StartData for transaction " + transactionId);
        }
        if (start.totalBytes() < 0 || start.totalBytes() > PacketCodec.PACKET_BYTES_MAX) {
            throw new MalformedPacketException("data-out phase of " + start.totalBytes() + " bytes");
        }
        return new Payload(readPieces((int) start.totalBytes()));
    }

    private byte[] readPieces(int totalBytes) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        boolean complete = false;
        while (!complete) {
            Packet packet = link.command().read(0);
            if (packet instanceof Packet.Data piece) {
                data.writeBytes(piece.payload().bytes());
            } else if (packet instanceof Packet.EndData last) {
                data.writeBytes(last.payload().bytes());
                complete = true;
            } else {
                throw new MalformedPacketException(packet.type() + " in a data-out phase");
            }
            if (data.size() > totalBytes) {
                throw new MalformedPacketException("more than the announced " + totalBytes + " bytes of data");
            }
        }
        if (data.size() < totalBytes) {
            throw new MalformedPacketException(data.size() + " of the announced " + totalBytes + " bytes of data");
        }
        return data.toByteArray();
    }
}
