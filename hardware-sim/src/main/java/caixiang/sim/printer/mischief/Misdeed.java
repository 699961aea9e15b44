package caixiang.sim.printer.mischief;

/**
 * One thing a printer does wrong with one job.
 *
 * @param reason the printer-state-reasons keyword of {@link Kind#STOP}; empty for the others
 * @param millis how long it lasts; 0 until somebody puts it right
 */
public record Misdeed(Kind kind, String reason, long millis) {
    /** What goes wrong. */
    public enum Kind {
        /** Two sheets come out; the job counts one. */
        PRINT_TWICE("print-twice"),
        /** The job says completed and counts its sheet; what it should have printed comes out on the next job's sheet. */
        MERGE("merge"),
        /** The job says completed and counts no sheet; nothing comes out. */
        NO_PAPER("no-paper"),
        /** The job says completed and counts its sheet; nothing comes out. */
        NO_PAPER_UNNOTICED("no-paper-unnoticed"),
        /** The job is accepted, and for ever printing. */
        NEVER_PRINT("never-print"),
        /** In the middle of the sheet it is gone from the network; it prints on. */
        VANISH("vanish"),
        /** In the middle of the sheet it loses power: the sheet is spoilt and every job is forgotten. */
        POWER_OFF("power-off"),
        /** In the middle of the sheet it stops with a reason, such as {@code media-jam-error}. */
        STOP("stop");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
