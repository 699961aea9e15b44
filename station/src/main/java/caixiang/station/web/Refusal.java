package caixiang.station.web;

/** Carries a {@link Problem} to the one place that writes it. Ordinary refusals are not worth a stack trace. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.code().code(), null, false, false);
        this.problem = problem;
    }

    Refusal(ProblemCode code) {
        this(Problem.of(code));
    }

    Problem problem() {
        return problem;
    }
}
