package caixiang.station.print;

/** What somebody asked of a sheet is not done, and nothing was changed. */
public final class PrintRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final PrintRefusal refusal;

    PrintRefusedException(PrintRefusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    public PrintRefusal refusal() {
        return refusal;
    }
}
