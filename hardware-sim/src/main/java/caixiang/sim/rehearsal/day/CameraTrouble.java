package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StudioControl;
import caixiang.sim.rehearsal.plan.Mishap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the simulated camera misbehave at the next press. Operation codes are Nikon's and PTP's: 9207 exposes, 1009
 * brings a file, 101B a piece of a large one, 90C8 tells whether the exposure is over.
 */
final class CameraTrouble {
    private static final Logger log = LoggerFactory.getLogger(CameraTrouble.class);
    private static final String EXPOSE = "9207";
    private static final List<String> TRANSFERS = List.of("1009", "101B");
    private static final String READINESS = "90C8";
    private static final int PART_BYTES = 20_000;

    /** libgphoto2 gives an answer up after three seconds; several pauses make one that is long. */
    private static final long PAUSE_MILLIS_MAX = 2_600;

    private static final int POWER_OFF_MILLIS = 600;

    private final StudioControl studio;
    private final Patience patience;
    private final Duration lateness;

    /** @param lateness how long an exposure takes for its frame to be late: longer than the station waits */
    CameraTrouble(StudioControl studio, Patience patience, Duration lateness) {
        this.studio = studio;
        this.patience = patience;
        this.lateness = lateness;
    }

    void arrange(Mishap mishap) throws RehearsalException, InterruptedException {
        switch (mishap) {
            case FOCUS_MISSED -> play(EXPOSE, "af-fail");
            case CAMERA_BUSY -> play(EXPOSE, "respond:2019");
            case CARD_FULL -> play(EXPOSE, "card-full");
            case DROPPED_BEFORE_EXPOSURE -> play(EXPOSE, "power-off:" + POWER_OFF_MILLIS);
            case DROPPED_AFTER_EXPOSURE -> play(EXPOSE, "reset-after:0");
            case DROPPED_IN_TRANSFER -> playOnTransfer("reset-after:" + PART_BYTES);
            case STALLED_IN_TRANSFER -> playOnTransfer("stall-after:" + PART_BYTES);
            case LATE_FRAME, LATE_FRAME_AND_NEXT -> {
                // The library looks twice at most; what is still lacking then cannot be had without a disconnection.
                long pause = Math.min(lateness.toMillis() / 2, PAUSE_MILLIS_MAX);
                studio.playFaults(List.of(Map.of("on", READINESS, "do", "delay:" + pause, "times", 9)));
            }
            case EVENT_LOST -> play("event", "lose-event");
            case EVENT_DOUBLED -> play("event", "double-event");
            case POWER_CYCLED -> cyclePower();
            default -> {
                // The body's button, the printer and the station's processes are others' business.
            }
        }
    }

    void cyclePower() throws RehearsalException, InterruptedException {
        studio.power(false);
        patience.pause(Duration.ofMillis(POWER_OFF_MILLIS));
        studio.power(true);
    }

    void over() throws InterruptedException {
        try {
            studio.clearFaults();
        } catch (RehearsalException e) {
            log.warn("{}", e.getMessage());
        }
    }

    private void playOnTransfer(String fault) throws RehearsalException, InterruptedException {
        studio.playFaults(
                TRANSFERS.stream().map(on -> Map.of("on", on, "do", fault)).toList());
    }

    private void play(String on, String fault) throws RehearsalException, InterruptedException {
        studio.playFaults(List.of(Map.of("on", on, "do", fault)));
    }
}
