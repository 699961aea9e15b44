package caixiang.sim;

/** The command line or a request cannot be understood; the message says what is allowed. */
final class UsageException extends Exception {
    private final String problem;

    UsageException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong and what is allowed. */
    String problem() {
        return problem;
    }
}
