package caixiang.station.capture.tray;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A number that a frame of the tray may belong to, with all that speaks for it. */
public record Proposal(int number, int score, List<Reason> reasons) {
    public Proposal {
        reasons = List.copyOf(reasons);
    }

    /**
     * Something that speaks for a number.
     *
     * @param at the moment it is about, by the station's clock
     * @param toleranceSeconds how far off {@code at} may be; 0 when it is exact
     */
    public record Reason(Kind kind, Optional<Instant> at, int toleranceSeconds) {}

    /** What can speak for a number, the strongest first. */
    public enum Kind {
        /** The file of a self-taken picture was named for this number's person. */
        NAMED_BY_FILE(80),
        /** The camera was asked for a frame of this number at the moment this one was exposed. */
        EXPOSED_AT_PRESS(60),
        /** The camera was asked for a frame of this number and has not delivered. */
        FRAME_OWED(40),
        /** It was this number's turn when the frame was exposed, by the camera's clock. */
        CURRENT_AT_EXPOSURE(40),
        /** Some evidence spoke for this number when the frame was filed, and other evidence against it. */
        NAMED_WHEN_FILED(30),
        /** It was this number's turn when the camera announced the frame. */
        CURRENT_WHEN_ANNOUNCED(25),
        /** The frames of this camera before and after it are this number's. */
        BETWEEN_ITS_FRAMES(20),
        /** The number's turn is over and it has no frame. */
        HAS_NONE(10);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
