package caixiang.station.site.merge;

import java.util.Optional;

/**
 * Decides what a station does with a number that arrives from the site.
 *
 * @param station this station
 */
public record MirrorRule(String station) {

    /** What is written into the station's own database. */
    public enum Effect {
        TAKE,
        /** Take it, and keep for the join when this station had the number: a late frame may still be found. */
        TAKE_AND_KEEP_TURN,
        /** Nothing new, or changed here while offline: then the merge decides. */
        LEAVE,
        /** Somebody else holds this number here. Neither is overwritten. */
        LEAVE_NUMBER_TAKEN
    }

    /** @param isChangedHere whether this station changed it while offline and has not merged that yet */
    public Effect decide(Optional<Holding> here, Holding arriving, boolean isChangedHere) {
        if (here.isEmpty()) {
            return Effect.TAKE;
        }
        Holding held = here.get();
        if (isChangedHere || arriving.revision() <= held.revision()) {
            return Effect.LEAVE;
        }
        if (!held.personId().equals(arriving.personId())) {
            return Effect.LEAVE_NUMBER_TAKEN;
        }
        return held.isCalledBy(station) && !arriving.isCalledBy(station) ? Effect.TAKE_AND_KEEP_TURN : Effect.TAKE;
    }
}
