package caixiang.sim.fault;

/** A fault script cannot be read; the message says where and what is allowed. */
public final class FaultScriptException extends Exception {
    private final String problem;

    FaultScriptException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong and what is allowed. */
    public String problem() {
        return problem;
    }
}
