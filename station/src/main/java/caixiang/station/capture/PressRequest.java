package caixiang.station.capture;

/**
 * The wish for one exposure of the current person.
 *
 * @param requestId made by the caller; the same one sent again has the same answer and no second exposure
 * @param by who asks, for the record
 */
public record PressRequest(String requestId, PressSource source, String by) {}
