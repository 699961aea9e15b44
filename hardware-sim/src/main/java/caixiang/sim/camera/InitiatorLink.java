package caixiang.sim.camera;

import java.io.IOException;
import java.util.Optional;

/** The two connections of one initiator. Safe for use by several threads. */
final class InitiatorLink implements AutoCloseable {
    private final int number;
    private final Connection command;
    private Optional<Connection> event = Optional.empty();
    private boolean closed;

    InitiatorLink(int number, Connection command) {
        this.number = number;
        this.command = command;
    }

    /** The connection number the initiator was given. */
    int number() {
        return number;
    }

    Connection command() {
        return command;
    }

    /** Ties the event connection to this link; false when it has one, or is closed. */
    synchronized boolean attach(Connection connection) {
        if (closed || event.isPresent()) {
            return false;
        }
        event = Optional.of(connection);
        return true;
    }

    /** Resets both connections. */
    synchronized void reset() throws IOException {
        closed = true;
        command.reset();
        if (event.isPresent()) {
            event.get().reset();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        command.close();
        event.ifPresent(Connection::close);
    }
}
