package caixiang.station.print;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the screens show of the printer.
 *
 * @param reasons printer-state-reasons as the printer tells them, or {@link PrinterFault} codes of the station's own
 * @param sheetsLeft for how many sheets the printer says it has paper and ribbon
 */
public record PrinterView(
        State state, Optional<String> name, List<String> reasons, OptionalInt sheetsLeft, Queue queue) {
    public PrinterView {
        reasons = List.copyOf(reasons);
    }

    /** As in the API. */
    public enum State {
        /** None is configured; sheets are made and kept. */
        NONE,
        UNREACHABLE,
        IDLE,
        PROCESSING,
        STOPPED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PrinterView of(Optional<Printer> printer) {
        State state = printer.isPresent() ? State.UNREACHABLE : State.NONE;
        return new PrinterView(state, printer.map(Printer::name), List.of(), OptionalInt.empty(), Queue.EMPTY);
    }

    PrinterView with(Queue now) {
        return new PrinterView(state, name, reasons, sheetsLeft, now);
    }

    public int pending() {
        return queue.pending();
    }

    /**
     * Sheets of the session.
     *
     * @param pending not out yet, or perhaps not
     * @param doubtful those of them that somebody has to look for
     */
    public record Queue(int pending, int doubtful) {
        static final Queue EMPTY = new Queue(0, 0);
    }
}
