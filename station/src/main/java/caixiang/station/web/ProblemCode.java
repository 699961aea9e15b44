package caixiang.station.web;

import caixiang.station.camera.CameraFault;
import caixiang.station.capture.tray.MoveRefusal;
import caixiang.station.print.PrintRefusal;

/**
 * The table of everything the station answers when it cannot do what was asked: the stable code, its HTTP status and an
 * English sentence that says what to do. Screens hold one sentence of their own for each code.
 */
enum ProblemCode {
    BAD_REQUEST("bad-request", 400, "The request is not valid; correct what the detail names."),
    NOT_FOUND("not-found", 404, "There is nothing under this address."),
    FOREIGN_ORIGIN("foreign-origin", 403, "Open the console at the station's own address; other pages may not use it."),

    UNKNOWN_CREDENTIAL("unknown-credential", 422, "Nobody on the roster has this number; check it and type it again."),
    AMBIGUOUS_CREDENTIAL("ambiguous-credential", 409, "Several people match; use the identity number."),
    ROSTER_REFUSED("roster-refused", 422, "The roster was not imported; correct the named rows and import it again."),
    BAD_ID_NUMBER("bad-id-number", 422, "This is no valid identity number; compare it with the card."),
    PERSON_LISTED("person-listed", 409, "Somebody on the list has this number already; check that person in."),
    NOT_A_PICTURE("not-a-picture", 422, "This file is no whole JPEG; get it again from whoever sent it."),
    PICTURE_TOO_LARGE("picture-too-large", 413, "A picture may have at most 60 MB; save it smaller and send it again."),
    NOBODY_CURRENT("nobody-current", 409, "Nobody is called; check somebody in or call the next number."),
    DAY_CLOSED("day-closed", 409, "The day is closed; open it again, with a reason, before you go on."),
    DAY_NOT_READY("day-not-ready", 409, "The day cannot be closed yet; put right what stands in its way."),
    CAPTURE_BUSY("capture-busy", 409, "The last shot is still under way; wait for its picture."),

    UNKNOWN_NUMBER("unknown-number", 422, "Nobody has checked in under this number; check the person in first."),
    NOTHING_TO_MOVE("nothing-to-move", 409, "No picture would change its number; choose another number or run."),
    TOO_MANY_FRAMES("too-many-frames", 422, "So many pictures do not move at once; choose a shorter run."),
    PREVIEW_OUTDATED("preview-outdated", 409, "Something has changed since the preview; look at it again."),
    UNDO_BUILT_ON("undo-built-on", 409, "A later change moved these pictures again; undo that one first."),
    ALREADY_UNDONE("already-undone", 409, "This has been undone before; nothing is left to do."),
    REQUEST_REUSED("request-reused", 409, "This request id was used for something else; use a new one."),

    COPIES_USED_UP(
            "copies-used-up", 409, "This person has as many copies as the settings allow; raise print.copies-max."),
    SHEET_NOT_DOUBTFUL("sheet-not-doubtful", 409, "Nobody asks about this sheet any more; look at the list again."),
    SHEET_NOT_WAITING("sheet-not-waiting", 409, "This sheet is on the printer or over already; look at it again."),

    CAMERA_NOT_FOUND("camera-not-found", 503, "No camera answers; check that it is on and plugged in."),
    CAMERA_IN_USE("camera-in-use", 503, "Another program holds the camera; close it."),
    CAMERA_DISCONNECTED("camera-disconnected", 503, "The camera is gone; check its cable and battery."),
    CAMERA_BUSY("camera-busy", 503, "The camera is busy; wait a moment and press again."),
    OUT_OF_FOCUS("out-of-focus", 502, "The camera could not focus and took no picture; focus and press again."),
    CARD_FULL("card-full", 503, "The camera's card is full; change it."),
    NO_CARD("no-card", 503, "There is no card in the camera; put one in."),
    BATTERY_EMPTY("battery-empty", 503, "The camera's battery is empty; change it."),
    CAMERA_TIMED_OUT(
            "camera-timed-out", 504, "The camera did not answer in time; it may have exposed, look at the tray."),
    AGENT_LOST("agent-lost", 502, "The camera program was restarted; the shot may have been taken, look at the tray."),
    DAMAGED_FRAME("damaged-frame", 502, "The picture did not arrive whole; it is still on the card, take another."),
    SPOOL_FAILED("spool-failed", 507, "The picture could not be written; free space on the disk."),
    NO_JPEG("no-jpeg", 502, "The camera wrote no JPEG; set the body to JPEG or RAW+JPEG and take another."),
    CAMERA_UNSUPPORTED("camera-unsupported", 502, "This camera cannot do this; use another body or press its shutter."),
    CAMERA_UNKNOWN("camera-unknown", 502, "The camera failed; switch it off and on again."),

    DISK_FULL("disk-full", 507, "The disk is full; free space before the next shot."),
    STORE_FAILED("store-failed", 503, "The station cannot keep records now; look at its log before you go on."),
    SITE_UNREACHABLE(
            "site-unreachable", 503, "The site's database does not answer; check the network and that computer."),
    NO_DEAD_STATION("no-dead-station", 409, "That station is not dead; only a dead station can be taken over."),
    NUMBERS_USED_UP(
            "numbers-used-up",
            503,
            "This station is offline and its reserve of numbers is used up; restore the network to the site's database, or"
                    + " check this person in at another station."),
    STOPPING("stopping", 503, "The station is stopping; start it again."),
    OVERLOADED("overloaded", 503, "Too much is waiting; try again in a moment."),
    INTERNAL("internal", 500, "The station made a mistake; its log says more.");

    private final String code;
    private final int status;
    private final String title;

    ProblemCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** Why frames are not moved. */
    static ProblemCode of(MoveRefusal refusal) {
        return switch (refusal) {
            case NOT_FOUND -> NOT_FOUND;
            case UNKNOWN_NUMBER -> UNKNOWN_NUMBER;
            case NOTHING_TO_MOVE -> NOTHING_TO_MOVE;
            case TOO_MANY_FRAMES -> TOO_MANY_FRAMES;
            case PREVIEW_OUTDATED -> PREVIEW_OUTDATED;
            case BUILT_ON -> UNDO_BUILT_ON;
            case ALREADY_UNDONE -> ALREADY_UNDONE;
            case REQUEST_REUSED -> REQUEST_REUSED;
        };
    }

    /** Why what was asked of a sheet is not done. */
    static ProblemCode of(PrintRefusal refusal) {
        return switch (refusal) {
            case NOT_FOUND -> NOT_FOUND;
            case COPIES_USED_UP -> COPIES_USED_UP;
            case NOT_DOUBTFUL -> SHEET_NOT_DOUBTFUL;
            case NOT_WAITING -> SHEET_NOT_WAITING;
        };
    }

    /** What the operator has to be told of a camera that failed. */
    static ProblemCode of(CameraFault fault) {
        return switch (fault) {
            case NOT_FOUND -> CAMERA_NOT_FOUND;
            case IN_USE -> CAMERA_IN_USE;
            case DISCONNECTED -> CAMERA_DISCONNECTED;
            case BUSY -> CAMERA_BUSY;
            case OUT_OF_FOCUS -> OUT_OF_FOCUS;
            case CARD_FULL -> CARD_FULL;
            case NO_CARD -> NO_CARD;
            case BATTERY_EMPTY -> BATTERY_EMPTY;
            case TIMED_OUT -> CAMERA_TIMED_OUT;
            case AGENT_LOST -> AGENT_LOST;
            case DAMAGED_FRAME -> DAMAGED_FRAME;
            case SPOOL_FAILED -> SPOOL_FAILED;
            case NO_JPEG -> NO_JPEG;
            case UNSUPPORTED -> CAMERA_UNSUPPORTED;
            case UNKNOWN -> CAMERA_UNKNOWN;
        };
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
