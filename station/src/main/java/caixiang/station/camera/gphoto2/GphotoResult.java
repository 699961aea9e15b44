package caixiang.station.camera.gphoto2;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import java.util.List;
import java.util.Locale;

/**
 * Turns libgphoto2's numbers into faults; nothing else looks at a native result. The driver reports nearly every PTP error
 * as -1, so the texts it gave during the call decide before the number does.
 */
final class GphotoResult {
    static final int OK = 0;
    static final int ERROR = -1;

    private static final List<TextRule> TEXTS = List.of(
            new TextRule("out of focus", CameraFault.OUT_OF_FOCUS),
            new TextRule("no focus", CameraFault.OUT_OF_FOCUS),
            new TextRule("no auto-focus", CameraFault.OUT_OF_FOCUS),
            new TextRule("store full", CameraFault.CARD_FULL),
            new TextRule("memorycard ran full", CameraFault.CARD_FULL),
            new TextRule("no more memory on card", CameraFault.CARD_FULL),
            new TextRule("store not available", CameraFault.NO_CARD),
            new TextRule("battery exhausted", CameraFault.BATTERY_EMPTY),
            new TextRule("device busy", CameraFault.BUSY),
            new TextRule("session not open", CameraFault.DISCONNECTED),
            new TextRule("general error", CameraFault.DISCONNECTED));

    private GphotoResult() {}

    /** For calls that take no context. */
    static int check(int code, String call) throws CameraException {
        return check(code, call, List.of());
    }

    /**
     * Returns the code, unless it is an error's.
     *
     * @param texts what the driver said during the call
     */
    static int check(int code, String call, List<String> texts) throws CameraException {
        if (code >= OK) {
            return code;
        }
        String said = texts.isEmpty() ? "" : " (" + String.join("; ", texts) + ")";
        throw new CameraException(fault(call, code, texts), call + " returned " + code + said);
    }

    static CameraFault fault(String call, int code, List<String> texts) {
        for (TextRule rule : TEXTS) {
            if (texts.stream().anyMatch(rule::matches)) {
                return rule.fault;
            }
        }
        return call.equals("gp_camera_init") ? faultOfInit(code) : faultOfCode(code);
    }

    /** Before a connection stands, silence means that nothing is there, and a bare refusal that another initiator is. */
    private static CameraFault faultOfInit(int code) {
        return switch (code) {
            case ERROR -> CameraFault.IN_USE;
            case -7, -10 -> CameraFault.NOT_FOUND;
            default -> faultOfCode(code);
        };
    }

    /** Numbers of gphoto2-port-result.h and gphoto2-result.h. */
    private static CameraFault faultOfCode(int code) {
        return switch (code) {
            // The first time-out of a process is reported as -7, later ones as -10: the two cannot be told apart.
            case -7, -10, -34, -35, -37 -> CameraFault.DISCONNECTED;
            case -3, -115 -> CameraFault.CARD_FULL;
            case -4, -5, -6 -> CameraFault.UNSUPPORTED;
            case -52, -105 -> CameraFault.NOT_FOUND;
            case -53, -60 -> CameraFault.IN_USE;
            case -110 -> CameraFault.BUSY;
            default -> CameraFault.UNKNOWN;
        };
    }

    private record TextRule(String part, CameraFault fault) {
        boolean matches(String text) {
            return text.toLowerCase(Locale.ROOT).contains(part);
        }
    }
}
