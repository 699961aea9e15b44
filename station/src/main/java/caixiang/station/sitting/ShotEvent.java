package caixiang.station.sitting;

import java.util.Locale;

/** What can happen to a press after its intent is on the disk. */
public enum ShotEvent {
    /** The camera took the order. */
    ORDER_TAKEN,
    /** The order was not given, or the camera did not take it: nothing was exposed. */
    ORDER_REFUSED,
    /** The camera took the order and then said that there is no picture. */
    NO_PICTURE,
    /** The time a press may take is over; the camera may still expose, or have exposed. */
    DEADLINE_PASSED,
    /** The way to the camera broke, or what it answered does not say whether it exposed. */
    CAMERA_UNCLEAR,
    /** The program ended and was started again; nobody waits any more. */
    STATION_ENDED,
    /** The frame lies whole in the spool and could not be filed yet. */
    FRAME_WAITS,
    /** The frame, its sidecar, its second copy where configured, and its row are on the disk. */
    FRAME_FILED,
    /** The card was compared and holds nothing that could be this shot's picture. */
    CARD_COMPARED,
    /** The stated time is over and the camera's card has not been seen again. */
    CARD_NEVER_SEEN;

    /** As in the database and the journal, for example {@code card-never-seen}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The event of a code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static ShotEvent ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
