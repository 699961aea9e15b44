package caixiang.sim.camera;

import caixiang.sim.camera.body.CameraEvent;
import caixiang.sim.camera.body.EventQueue;
import caixiang.sim.ptpip.Packet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one event connection: a reader that answers probes and notices the end, and a writer for events. */
final class EventLoop {
    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);

    /** How often the writer looks whether the connection is still there. */
    private static final int LOOK_MILLIS = 200;

    private final Connection connection;
    private final EventQueue events;
    private volatile boolean ended;

    EventLoop(Connection connection, EventQueue events) {
        this.connection = connection;
        this.events = events;
    }

    /**
     * @param sendsEvents false leaves the events in the queue, for an operation to fetch
     * @throws IOException when the connection is at its end, for whatever reason
     */
    void serve(boolean sendsEvents) throws IOException {
        connection.write(new Packet.InitEventAck());
        if (sendsEvents) {
            Thread writer = new Thread(this::sendEvents, "camera-event-writer");
            writer.setDaemon(true);
            writer.start();
        }
        try {
            while (true) {
                if (connection.read(0) instanceof Packet.ProbeRequest) {
                    send(new Packet.ProbeResponse());
                }
            }
        } finally {
            ended = true;
        }
    }

    private void sendEvents() {
        try {
            while (!ended) {
                Optional<CameraEvent> event = events.poll(LOOK_MILLIS);
                if (event.isPresent()) {
                    send(new Packet.Event(
                            event.get().code().wire(), 0, List.of(event.get().parameter())));
                }
            }
        } catch (IOException e) {
            log.debug("event connection ended: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void send(Packet packet) throws IOException {
        connection.write(packet);
    }
}
