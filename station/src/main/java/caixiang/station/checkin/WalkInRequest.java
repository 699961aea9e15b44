package caixiang.station.checkin;

/**
 * Somebody at the desk who is on no roster, as typed.
 *
 * @param idNumber empty text when not known
 * @param reason why this person is photographed without being on the roster, for the office
 * @param by who adds them
 */
public record WalkInRequest(
        String requestId,
        String studentNumber,
        String name,
        String idNumber,
        String college,
        String className,
        String reason,
        String by) {

    /** Without name and numbers, so that a request in a message or log does no harm. */
    @Override
    public String toString() {
        return "WalkInRequest[" + requestId + "]";
    }
}
