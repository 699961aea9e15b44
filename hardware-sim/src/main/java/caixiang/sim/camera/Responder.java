package caixiang.sim.camera;

import caixiang.sim.ptpip.Guid;
import caixiang.sim.ptpip.Packet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PTP/IP side of a camera (CIPA DC-005 §2): one port on the loopback interface, on which a connection's first
 * packet says what it is. One initiator at a time; a second is refused. Safe for use by several threads.
 */
final class Responder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Responder.class);

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Connections at once, more than any initiator needs; further ones are closed unheard. */
    private static final int CONNECTIONS_MAX = 16;

    /** How long a new connection may take to say what it is. */
    private static final int FIRST_PACKET_MILLIS = 5_000;

    /** How long a new initiator waits for the one before, whose end may be on its way. */
    private static final int TAKEOVER_MILLIS = 500;

    private final Guid guid;
    private final String friendlyName;
    private final Service service;
    private final Semaphore initiators = new Semaphore(1);
    private final AtomicInteger connectionNumbers = new AtomicInteger();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile Optional<InitiatorLink> current = Optional.empty();
    private Optional<ServerSocket> listener = Optional.empty();
    private int port;

    /** What is served on the connections; both return, or throw, when the connection is at its end. */
    interface Service {
        void serveCommands(InitiatorLink link) throws IOException, InterruptedException;

        void serveEvents(Connection connection) throws IOException;
    }

    /** @param port 0 for any free one; it stays the same from the first {@link #open} on */
    Responder(Guid guid, String friendlyName, int port, Service service) {
        this.guid = guid;
        this.friendlyName = friendlyName;
        this.port = port;
        this.service = service;
    }

    /** Listens from now on. */
    synchronized void open() throws IOException {
        if (listener.isPresent()) {
            return;
        }
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        port = socket.getLocalPort();
        listener = Optional.of(socket);
        daemon("camera-accept", () -> accept(socket));
    }

    synchronized int port() {
        return port;
    }

    synchronized boolean isOpen() {
        return listener.isPresent();
    }

    /** True while an initiator is connected. */
    boolean hasInitiator() {
        return current.isPresent();
    }

    /** Drops all connections and refuses new ones until {@link #open}. */
    @Override
    public void close() {
        synchronized (this) {
            listener.ifPresent(Responder::closeListener);
            listener = Optional.empty();
        }
        connections.forEach(Connection::close);
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Connection connection = new Connection(socket.accept());
                connections.add(connection);
                if (connections.size() > CONNECTIONS_MAX || socket.isClosed()) {
                    drop(connection);
                } else {
                    daemon("camera-connection", () -> serve(connection));
                }
            }
        } catch (IOException e) {
            log.debug("no longer listening: {}", e.getMessage());
        }
    }

    private void serve(Connection connection) {
        try {
            Packet first = connection.read(FIRST_PACKET_MILLIS);
            if (first instanceof Packet.InitCommandRequest request) {
                serveInitiator(request, connection);
            } else if (first instanceof Packet.InitEventRequest request) {
                serveEvents(request, connection);
            } else {
                log.warn("a connection began with {}", first.type());
            }
        } catch (IOException e) {
            log.debug("connection ended: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            drop(connection);
        }
    }

    private void serveInitiator(Packet.InitCommandRequest request, Connection connection)
            throws IOException, InterruptedException {
        if (!initiators.tryAcquire(TAKEOVER_MILLIS, TimeUnit.MILLISECONDS)) {
            log.info("initiator {} refused: another one is connected", request.friendlyName());
            connection.write(new Packet.InitFail(Packet.InitFail.BUSY));
            return;
        }
        int number = connectionNumbers.incrementAndGet();
        try (InitiatorLink link = new InitiatorLink(number, connection)) {
            current = Optional.of(link);
            log.info("initiator {} connected", request.friendlyName());
            connection.write(new Packet.InitCommandAck(number, guid, friendlyName, Packet.PROTOCOL_VERSION));
            service.serveCommands(link);
        } finally {
            current = Optional.empty();
            initiators.release();
            log.info("initiator {} gone", request.friendlyName());
        }
    }

    private void serveEvents(Packet.InitEventRequest request, Connection connection) throws IOException {
        Optional<InitiatorLink> link = current.filter(l -> l.number() == request.connectionNumber());
        if (link.isPresent() && link.get().attach(connection)) {
            service.serveEvents(connection);
        } else {
            connection.write(new Packet.InitFail(Packet.InitFail.UNSPECIFIED));
        }
    }

    private void drop(Connection connection) {
        connection.close();
        connections.remove(connection);
    }

    private static void closeListener(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.warn("closing the listener", e);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
