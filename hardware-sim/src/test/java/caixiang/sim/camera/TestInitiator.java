package caixiang.sim.camera;

import caixiang.sim.ptp.OperationCode;
import caixiang.sim.ptpip.Guid;
import caixiang.sim.ptpip.Packet;
import caixiang.sim.ptpip.PacketCodec;
import caixiang.sim.ptpip.Payload;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** A PTP/IP initiator that does what it is told and no more, so that tests can do what libgphoto2 never would. */
final class TestInitiator implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 10_000;

    private final Socket command;
    private final InputStream commandIn;
    private final Socket event;
    private final InputStream eventIn;
    private int transaction = -1;

    /** What an operation came to; {@code data} is empty when there was no data phase. */
    record Outcome(int response, List<Integer> parameters, Payload data) {}

    private TestInitiator(Socket command, InputStream commandIn, Socket event, InputStream eventIn) {
        this.command = command;
        this.commandIn = commandIn;
        this.event = event;
        this.eventIn = eventIn;
    }

    static TestInitiator connect(URI camera) throws IOException {
        Socket command = socket(camera);
        InputStream commandIn = new BufferedInputStream(command.getInputStream());
        write(command, new Packet.InitCommandRequest(new Guid(1, 2), "test", Packet.PROTOCOL_VERSION));
        if (!(PacketCodec.read(commandIn) instanceof Packet.InitCommandAck ack)) {
            throw new IOException("refused");
        }
        Socket event = socket(camera);
        InputStream eventIn = new BufferedInputStream(event.getInputStream());
        write(event, new Packet.InitEventRequest(ack.connectionNumber()));
        if (!(PacketCodec.read(eventIn) instanceof Packet.InitEventAck)) {
            throw new IOException("event connection refused");
        }
        return new TestInitiator(command, commandIn, event, eventIn);
    }

    /** A bare connection to the camera's port. */
    static Socket socket(URI camera) throws IOException {
        String[] parts = camera.getSchemeSpecificPart().split(":", -1);
        Socket socket = new Socket(parts[0], Integer.parseInt(parts[1]));
        socket.setSoTimeout(DEADLINE_MILLIS);
        return socket;
    }

    static void write(Socket socket, Packet packet) throws IOException {
        socket.getOutputStream().write(PacketCodec.encode(packet));
    }

    Outcome openSession() throws IOException {
        return perform(OperationCode.OPEN_SESSION, 1);
    }

    Outcome perform(OperationCode operation, int... parameters) throws IOException {
        return perform(operation.wire(), parameters);
    }

    Outcome perform(int operation, int... parameters) throws IOException {
        request(operation, parameters);
        return outcome();
    }

    /** Sends a request without waiting for anything. */
    void request(int operation, int... parameters) throws IOException {
        transaction++;
        write(
                command,
                new Packet.OperationRequest(
                        1,
                        operation,
                        transaction,
                        IntStream.of(parameters).boxed().toList()));
    }

    /** Sets a property the way libgphoto2 does: three writes. */
    Outcome setProperty(int code, byte[] value) throws IOException {
        transaction++;
        write(
                command,
                new Packet.OperationRequest(2, OperationCode.SET_DEVICE_PROP_VALUE.wire(), transaction, List.of(code)));
        write(command, new Packet.StartData(transaction, value.length));
        write(command, new Packet.EndData(transaction, new Payload(value)));
        return outcome();
    }

    Outcome outcome() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        while (true) {
            Packet packet = PacketCodec.read(commandIn);
            if (packet instanceof Packet.Data piece) {
                data.writeBytes(piece.payload().bytes());
            } else if (packet instanceof Packet.EndData last) {
                data.writeBytes(last.payload().bytes());
            } else if (packet instanceof Packet.OperationResponse response) {
                if (response.transactionId() != transaction) {
                    throw new IOException("answer to transaction " + response.transactionId());
                }
                return new Outcome(response.response(), response.parameters(), new Payload(data.toByteArray()));
            }
        }
    }

    /** Waits for the next event on the event connection. */
    Packet event() throws IOException {
        return PacketCodec.read(eventIn);
    }

    /** Sends to the event connection. */
    void writeEvent(Packet packet) throws IOException {
        write(event, packet);
    }

    Socket command() {
        return command;
    }

    @Override
    public void close() throws IOException {
        command.close();
        event.close();
    }
}
