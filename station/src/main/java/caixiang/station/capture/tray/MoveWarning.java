package caixiang.station.capture.tray;

import java.util.Locale;

/** Something to look at before frames are moved. */
public record MoveWarning(Kind kind, int number) {

    /** What is to be looked at. */
    public enum Kind {
        /** The number had frames and will have none: this person has to be photographed again, or gets others. */
        BECOMES_EMPTY,
        /** Frames arrive while others stay, so that the number may hold two people. */
        GETS_TWO,
        /** It is this number's turn now; more frames may come. */
        IS_CURRENT,
        /** A frame is still owed to this number and will come under it. */
        FRAME_OWED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
