package caixiang.station.archive;

import java.io.IOException;

/** The folder of the second copy is not the one that belongs to this archive. Nothing was written there. */
final class CopyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final CopyProblem problem;

    CopyRefusedException(CopyProblem problem, String message) {
        super(message);
        this.problem = problem;
    }

    CopyProblem problem() {
        return problem;
    }
}
