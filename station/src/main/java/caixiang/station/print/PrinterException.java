package caixiang.station.print;

/** The printer, or the way to it, failed. The fault is for the operator, the message for the log. */
public final class PrinterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final PrinterFault fault;

    public PrinterException(PrinterFault fault, String message) {
        super(fault + ": " + message);
        this.fault = fault;
    }

    public PrinterException(PrinterFault fault, String message, Throwable cause) {
        super(fault + ": " + message, cause);
        this.fault = fault;
    }

    public PrinterFault fault() {
        return fault;
    }
}
