package caixiang.sim.printer.mischief;

/** A script of misdeeds cannot be read; the message says where and what is allowed. */
public final class MischiefException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    MischiefException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong and what is allowed. */
    public String problem() {
        return problem;
    }
}
