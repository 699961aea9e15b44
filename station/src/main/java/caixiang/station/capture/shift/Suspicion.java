package caixiang.station.capture.shift;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The run may be off by one.
 *
 * @param from first number whose frames seem to be somebody else's
 * @param to last number of the run
 * @param by where the frames seem to belong: 1 to the number called next, -1 to the one before
 * @param frameIds of number {@code from}, the frames that seem to be somebody else's, in the order they were taken
 * @param neighbour whose these seem to be; empty when nobody has been called there yet
 * @param score how much speaks for it, {@link ShiftDetector#WARN_AT} and more
 */
public record Suspicion(
        int from, int to, int by, List<String> frameIds, OptionalInt neighbour, int score, List<Evidence> evidence) {
    public Suspicion {
        frameIds = List.copyOf(frameIds);
        evidence = List.copyOf(evidence);
    }

    /** One thing that speaks for it, and of which number it was seen. */
    public record Evidence(Kind kind, int number) {}

    /** What can be seen. */
    public enum Kind {
        /** The number's frames show two people, one after the other. */
        TWO_LOOKS,
        /** Hair, face, clothes or outline: at least two of them differ. */
        SEVERAL_PARTS,
        /** The face is larger or smaller in the later frames than in the earlier. */
        FACE_SIZE,
        /** The number's turn took much longer than others. */
        LONG_TURN,
        /** The number has more frames than others. */
        MANY_FRAMES,
        /** The number was called and has no frame. */
        NO_FRAME,
        /** The first frames look like the number before. */
        LIKE_THE_ONE_BEFORE,
        /** The last frames look like the next number. */
        LIKE_THE_NEXT,
        /** By the camera's clock a frame is older than the number's turn. */
        CLOCK;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
