package caixiang.station.site.merge;

import java.util.Optional;

/**
 * What becomes of one number that a station changed while it was alone.
 *
 * @param conflict what somebody must look at, whatever becomes of the number
 */
public record Verdict(Effect effect, Optional<ConflictKind> conflict) {

    /** What is written into the site's database. */
    public enum Effect {
        /** The site's row becomes ours. */
        WRITE_OURS,
        /** The site has no such number yet. */
        INSERT,
        /** The site has no such number, but the person holds another: it is entered as that person's second one. */
        INSERT_SECOND,
        /** The site's row stays as it is. */
        KEEP_SITE
    }

    static Verdict of(Effect effect) {
        return new Verdict(effect, Optional.empty());
    }

    static Verdict of(Effect effect, ConflictKind conflict) {
        return new Verdict(effect, Optional.of(conflict));
    }
}
