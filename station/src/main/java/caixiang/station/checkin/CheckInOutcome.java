package caixiang.station.checkin;

import java.util.Locale;

/** How a check-in ended. */
public sealed interface CheckInOutcome {

    /**
     * The number is given.
     *
     * @param created false when the person already held this number
     */
    record Given(int number, boolean created) implements CheckInOutcome {}

    record Refused(Code code) implements CheckInOutcome {}

    /** Why nobody was checked in. */
    enum Code {
        /** It is nobody's student number and nobody's identity number. */
        UNKNOWN_CREDENTIAL,
        /** It is one person's student number and another's identity number. */
        AMBIGUOUS_CREDENTIAL,
        /** The request id was used before, for someone else. */
        BAD_REQUEST;

        /** The problem code of the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
