package caixiang.station.capture.tray;

/**
 * Somebody decides that frames move.
 *
 * @param requestId the caller's; the same one again has one effect and one answer
 * @param by who decides, for the journal
 * @param reason in their words
 */
public record MoveCommand(String requestId, String by, String reason) {}
