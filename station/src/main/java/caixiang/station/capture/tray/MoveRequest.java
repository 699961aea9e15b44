package caixiang.station.capture.tray;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which frames are to belong to whom. */
public sealed interface MoveRequest {

    /**
     * These frames go to one number.
     *
     * @param to empty when they are nobody's, such as test shots
     */
    record Frames(List<String> frameIds, OptionalInt to) implements MoveRequest {
        public Frames {
            frameIds = List.copyOf(frameIds);
        }
    }

    /**
     * Each self-taken picture of the tray goes to the person whom its file was named for; those without one stay.
     *
     * @param among only these; empty for all that lie in the tray
     */
    record Named(List<String> among) implements MoveRequest {
        public Named {
            among = List.copyOf(among);
        }
    }

    /**
     * All frames of a run of numbers, in the order the station called them, go to the number before or after theirs.
     *
     * @param from first number of the run
     * @param to last number of the run
     * @param by 1 for the number called next, -1 for the one called before
     * @param firstFrame of the first number, only this frame and later ones go; empty for all
     * @param camera only frames of the body with this serial number; empty for all
     */
    record Shift(int from, int to, int by, Optional<String> firstFrame, String station, Optional<String> camera)
            implements MoveRequest {
        public Shift {
            if (by != 1 && by != -1) {
                throw new IllegalArgumentException("a run is shifted by one, not by " + by);
            }
        }
    }
}
