package caixiang.station.camera;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a camera is looked for: {@code auto}, {@code usb:BBB,DDD} or {@code ptpip:HOST[:PORT]}. Pure syntax; nothing is
 * opened or resolved here.
 *
 * @param kind which of the three forms
 * @param place for {@link Kind#USB} libgphoto2's own port name, for {@link Kind#PTPIP} the host; empty for {@link Kind#AUTO}
 * @param tcpPort for {@link Kind#PTPIP}, otherwise 0
 */
public record CameraPort(Kind kind, String place, int tcpPort) {
    /** ISO 15740 Annex on PTP/IP, CIPA DC-005 §2.2: the registered port. */
    private static final int PTPIP_PORT = 15740;

    private static final int TCP_PORT_MAX = 65_535;
    private static final Pattern USB = Pattern.compile("usb:(\\d{3},\\d{3})?");

    /** libgphoto2's own form repeats the port for the event connection; that is understood too. */
    private static final Pattern PTPIP =
            Pattern.compile("ptpip:([A-Za-z0-9][A-Za-z0-9._-]{0,252})(?::(\\d{1,5})(?::\\2)?)?");

    /** The three ways to name a camera. */
    public enum Kind {
        AUTO,
        USB,
        PTPIP
    }

    /**
     * Reads a setting or argument.
     *
     * @throws IllegalArgumentException naming the text and what is allowed
     */
    public static CameraPort parse(String text) {
        if (text.equals("auto")) {
            return new CameraPort(Kind.AUTO, "", 0);
        }
        if (USB.matcher(text).matches()) {
            return new CameraPort(Kind.USB, text, 0);
        }
        Matcher ptpip = PTPIP.matcher(text);
        if (ptpip.matches()) {
            int port = ptpip.group(2) == null ? PTPIP_PORT : Integer.parseInt(ptpip.group(2));
            if (port >= 1 && port <= TCP_PORT_MAX) {
                return new CameraPort(Kind.PTPIP, ptpip.group(1), port);
            }
        }
        throw new IllegalArgumentException("camera \"" + text
                + "\" is none of: auto, usb:, usb:BBB,DDD, ptpip:HOST, ptpip:HOST:PORT (PORT 1 to 65535)");
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return switch (kind) {
            case AUTO -> "auto";
            case USB -> place;
            case PTPIP -> "ptpip:" + place + ":" + tcpPort;
        };
    }
}
