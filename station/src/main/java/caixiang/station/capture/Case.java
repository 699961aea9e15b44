package caixiang.station.capture;

import caixiang.station.store.Shot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything on record that bears on whose one frame is. Pure data; {@link Weighing} judges it.
 *
 * @param sessionId the session it belongs to when it answers no shot
 * @param isFetched it was asked for from the card afterwards, so that its announcement says nothing of its exposure
 * @param named the shot it came as the answer to: by the agent's word, or for a fetched one by the card's comparison
 * @param owed the shots with an owner that its camera had not answered then, oldest first, with the named one
 * @param namedBefore of these, the ones that another frame already came as the answer to
 * @param exposure when it was exposed, as far as the camera's clock says
 * @param counter how its file name follows
 * @param atAnnouncement who was current at this station when a press on the body must have been, by the announcement; for a
 *     fetched frame at any time since the press it was compared with
 * @param atExposure who was current at this station when it was exposed, by the camera's clock
 */
record Case(
        String sessionId,
        boolean isFetched,
        Optional<Shot> named,
        List<Shot> owed,
        Set<String> namedBefore,
        Exposure exposure,
        FileCounter counter,
        Set<Integer> atAnnouncement,
        Set<Integer> atExposure) {

    Case {
        owed = List.copyOf(owed);
        namedBefore = Set.copyOf(namedBefore);
        atAnnouncement = Set.copyOf(atAnnouncement);
        atExposure = Set.copyOf(atExposure);
    }

    /** The earliest and latest moment of something, both included. */
    record Span(Instant from, Instant to) {}
}
