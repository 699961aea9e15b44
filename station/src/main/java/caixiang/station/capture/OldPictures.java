package caixiang.station.capture;

import caixiang.station.camera.CardObject;
import caixiang.station.store.Frames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Which files of a card were there before the day's work. The camera's own time says it, less what its clock was ahead at
 * answered shots. Where there were none, a clock that is a day wrong must not hide a frame, so a day is allowed for.
 *
 * @param limit by the camera's clock
 */
record OldPictures(Instant limit) {
    private static final int SHOTS_COMPARED = 20;
    private static final Duration KNOWN_CLOCK = Duration.ofMinutes(1);
    private static final Duration UNKNOWN_CLOCK = Duration.ofHours(24);

    static OldPictures before(Instant begun, Handle handle, String cameraSerial) {
        List<Duration> leads = new Frames(handle).clockLeads(cameraSerial, SHOTS_COMPARED);
        List<Duration> sorted = leads.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return new OldPictures(begun.minus(UNKNOWN_CLOCK));
        }
        Duration spread = sorted.get(sorted.size() - 1).minus(sorted.get(0));
        boolean isSteady = spread.compareTo(KNOWN_CLOCK) < 0;
        Duration lead = sorted.get(sorted.size() / 2);
        return new OldPictures(begun.plus(lead).minus(isSteady ? KNOWN_CLOCK : UNKNOWN_CLOCK));
    }

    boolean contain(CardObject object) {
        return object.modified().isBefore(limit);
    }
}
