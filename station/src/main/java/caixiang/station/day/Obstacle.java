package caixiang.station.day;

import java.util.Locale;

/**
 * Something that must be put right, or explained, before the day is closed.
 *
 * @param count how many frames, people, shots, sheets or files; at least 1
 */
public record Obstacle(Code code, int count) {

    /** What it is. Screens hold one sentence for each, {@code day.<code>}. */
    public enum Code {
        /** Frames nobody can be said to own. */
        TRAY,
        /** Somebody is current. */
        CURRENT,
        WAITING,
        /** Shots whose frame has not come. */
        LATE,
        /** Shots that nothing on the card answers, of people without any frame. */
        LOST,
        /** People who had their turn and have no frame. */
        NO_FRAME,
        /** Sheets that are still to come out. */
        SHEETS_UNDER_WAY,
        /** Sheets of which nobody knows whether they came out. */
        SHEETS_DOUBTFUL,
        /** Paper with a wrong number that nobody has taken back and destroyed. */
        SHEETS_TO_TAKE_BACK,
        /** Rows that are not in the journal's file yet. */
        JOURNAL_BEHIND,
        /** Frames that are not on the second disk yet. */
        COPY_BEHIND,
        /** The second disk cannot be written. */
        COPY_BROKEN,
        /** Files on a card that no frame was made from. */
        CARD_UNEXPLAINED,
        /** A camera whose card has not been compared since its last shot. */
        CARD_NOT_COMPARED,
        /** Rows that the site's database does not have yet. */
        SITE_BEHIND,
        /** Contradictions between stations that nobody has settled. */
        SITE_CONFLICTS,
        /** A room did not say in time. */
        UNKNOWN;

        /** As in the API, for example {@code sheets-doubtful}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether a person's word may settle it. Frames without owner and people who wait need deeds. */
        public boolean isExplainable() {
            return switch (this) {
                case LATE, LOST, NO_FRAME, SHEETS_UNDER_WAY, SHEETS_DOUBTFUL, SHEETS_TO_TAKE_BACK -> true;
                case TRAY,
                        CURRENT,
                        WAITING,
                        JOURNAL_BEHIND,
                        COPY_BEHIND,
                        COPY_BROKEN,
                        CARD_UNEXPLAINED,
                        CARD_NOT_COMPARED,
                        SITE_BEHIND,
                        SITE_CONFLICTS,
                        UNKNOWN -> false;
            };
        }
    }

    public Obstacle {
        if (count < 1) {
            throw new IllegalArgumentException("no obstacle: " + code + " " + count);
        }
    }
}
