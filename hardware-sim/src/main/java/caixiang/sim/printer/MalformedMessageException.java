package caixiang.sim.printer;

import java.io.IOException;

/** The bytes are no IPP message (RFC 8010 §3). Carries what could be read, so that the answer still fits the request. */
final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int version;
    private final int requestId;

    MalformedMessageException(int version, int requestId, String message) {
        super(message);
        this.version = version;
        this.requestId = requestId;
    }

    int version() {
        return version;
    }

    int requestId() {
        return requestId;
    }
}
