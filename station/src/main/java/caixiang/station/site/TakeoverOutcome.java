package caixiang.station.site;

import java.util.OptionalInt;

/** How the takeover of a station ended. */
public sealed interface TakeoverOutcome {

    /**
     * It is taken over.
     *
     * @param number who was before that station and now waits first of all; empty when nobody was
     */
    record Taken(OptionalInt number) implements TakeoverOutcome {}

    record Refused(Reason reason) implements TakeoverOutcome {}

    /** Why a station was not taken over. */
    enum Reason {
        /** There is no station of this name. */
        UNKNOWN,
        /** It has reported within its lease. */
        ALIVE
    }
}
