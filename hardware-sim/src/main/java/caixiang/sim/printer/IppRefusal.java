package caixiang.sim.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.model.Status;
import java.util.List;

/** The request is a valid message and the answer is no. */
final class IppRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final transient List<Attribute<?>> unsupported;

    IppRefusal(Status status, String message) {
        this(status, message, List.of());
    }

    IppRefusal(Status status, String message, List<Attribute<?>> unsupported) {
        super(message);
        this.status = status;
        this.unsupported = List.copyOf(unsupported);
    }

    Status status() {
        return status;
    }

    List<Attribute<?>> unsupported() {
        return unsupported;
    }
}
