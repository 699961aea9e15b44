package caixiang.sim.ptp;

import java.io.IOException;

/** The peer's bytes are no valid message. The only failure a decoder throws; the connection has to be closed. */
public final class MalformedPacketException extends IOException {
    public MalformedPacketException(String message) {
        super(message);
    }
}
