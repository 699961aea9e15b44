package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.gphoto2.CardSpace;
import caixiang.station.camera.gphoto2.GphotoCamera;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out why a camera did not expose. libgphoto2's trigger call returns a bare error for most refusals, so the camera is
 * asked for what usually prevents a shot. Never triggers.
 */
final class TriggerDiagnosis {
    private static final Logger log = LoggerFactory.getLogger(TriggerDiagnosis.class);

    /** Bodies lock the shutter at the last few percent. */
    private static final int BATTERY_MIN_PERCENT = 3;

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:\\.\\d+)?%?");

    private final GphotoCamera camera;
    private final boolean autofocus;

    TriggerDiagnosis(GphotoCamera camera, boolean autofocus) {
        this.camera = camera;
        this.autofocus = autofocus;
    }

    /** The cause of a refusal that came without one. */
    CameraFault ofRefusal() throws CameraException {
        Optional<CameraFault> known = ofState();
        if (known.isPresent()) {
            return known.get();
        }
        return autofocus && cannotFocus() ? CameraFault.OUT_OF_FOCUS : CameraFault.UNKNOWN;
    }

    /** What the card and the battery say; empty when nothing is wrong with them. */
    Optional<CameraFault> ofState() throws CameraException {
        List<CardSpace> cards;
        try {
            cards = camera.cards();
        } catch (CameraException e) {
            if (e.fault() == CameraFault.DISCONNECTED) {
                throw e;
            }
            log.info("the camera does not tell of its cards: {}", e.getMessage());
            return Optional.empty();
        }
        log.info(
                "after the failed shot: cards {}, battery {}",
                cards,
                camera.batteryLevel().orElse("unknown"));
        if (cards.isEmpty()) {
            return Optional.of(CameraFault.NO_CARD);
        }
        if (cards.stream().allMatch(CardSpace::isFull)) {
            return Optional.of(CameraFault.CARD_FULL);
        }
        return camera.batteryLevel().filter(TriggerDiagnosis::isEmpty).map(level -> CameraFault.BATTERY_EMPTY);
    }

    private static boolean isEmpty(String level) {
        Matcher percent = PERCENT.matcher(level);
        return percent.matches() && Integer.parseInt(percent.group(1)) <= BATTERY_MIN_PERCENT;
    }

    private boolean cannotFocus() throws CameraException {
        try {
            camera.focus();
            return false;
        } catch (CameraException e) {
            if (e.fault() == CameraFault.DISCONNECTED) {
                throw e;
            }
            log.info("asked to focus only: {}", e.getMessage());
            return e.fault() == CameraFault.OUT_OF_FOCUS || e.fault() == CameraFault.UNKNOWN;
        }
    }
}
