package caixiang.station.camera.agent;

import java.io.IOException;

/** The other end of the agent's socket sent something that is no message; the connection is of no more use. */
public final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message) {
        super(message);
    }

    MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
