package caixiang.station.checkin;

import caixiang.station.roster.Person;

/** How adding a walk-in ended. */
public sealed interface WalkInOutcome {

    /**
     * The person is on the session's list and can be checked in.
     *
     * @param created false when this request had added them before
     */
    record Added(Person person, boolean created) implements WalkInOutcome {}

    /**
     * Nobody was added.
     *
     * @param field which one is wrong, as in the API; empty when it is not one field's fault
     */
    record Refused(Code code, String field) implements WalkInOutcome {}

    /** Why nobody was added. */
    enum Code {
        /** A field is empty or holds what no form holds, or the request id was used for someone else. */
        BAD_REQUEST,
        /** Of 18 characters, but date or check character are wrong; or no identity number at all. */
        BAD_ID_NUMBER,
        /** Somebody on the list has this student number or identity number: check that person in. */
        PERSON_LISTED
    }
}
