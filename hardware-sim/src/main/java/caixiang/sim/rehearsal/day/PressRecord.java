package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.plan.Mishap;
import java.util.Optional;

/**
 * One press as the operator saw it.
 *
 * @param camera from 1
 * @param number who was called
 * @param seated whose face was before the camera
 * @param answer filed, late, the code of a refusal, {@link #NO_ANSWER}, or {@link #BODY} for a press on the body
 * @param millis from the press to the answer
 * @param frameId the frame the station named in its answer
 */
public record PressRecord(
        int camera,
        int number,
        String seated,
        Optional<Mishap> mishap,
        String answer,
        long millis,
        Optional<String> frameId) {
    public static final String FILED = "filed";
    public static final String LATE = "late";
    public static final String NO_ANSWER = "no-answer";
    public static final String BODY = "body-press";

    public boolean isFiled() {
        return answer.equals(FILED);
    }
}
