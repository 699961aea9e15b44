package caixiang.station.archive.check;

import java.util.Locale;

/**
 * Something wrong with one file of one copy.
 *
 * @param file path inside the archive
 */
public record Finding(Copy copy, String file, Fault fault, Outcome outcome) {
    /** Which root it lies in. */
    public enum Copy {
        FIRST,
        SECOND
    }

    /** What is wrong with it. */
    public enum Fault {
        MISSING,
        WRONG_LENGTH,
        /** Its bytes are not those its sidecar names. */
        WRONG_HASH,
        UNREADABLE,
        /** Left when the program ended while it was written. */
        HALF,
        /** A symbolic link; it is not followed. */
        LINK,
        /** Nothing of an archive. */
        FOREIGN,
        /** A frame that no sidecar describes. */
        UNEXPLAINED,
        SIDECAR_MISSING,
        /** Damaged, half, another place's, or of a newer program. */
        SIDECAR_UNUSABLE,
        /** In the second copy; the frame has been given to another number, and the station takes this away when it runs. */
        LEFT_BEHIND,
        /** The copies differ, and nothing says which is right. */
        DIFFERS
    }

    /** What became of it. */
    public enum Outcome {
        /** The other copy is good, and was put in its place. */
        HEALED,
        /** The other copy is good; {@code --heal} puts it in its place. */
        HEALABLE,
        /** There is no good copy. */
        LOST,
        /** Worth knowing; no frame depends on it. */
        NOTED
    }

    /** For other programs: copy, file, fault and outcome, separated by tabs. */
    public String toTsv() {
        return word(copy) + "\t" + file + "\t" + word(fault) + "\t" + word(outcome);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
