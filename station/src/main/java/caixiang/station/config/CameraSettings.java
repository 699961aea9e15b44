package caixiang.station.config;

/**
 * Which camera to use.
 *
 * @param port {@code auto}, {@code none}, or a libgphoto2 port such as {@code usb:001,004} or {@code ptpip:127.0.0.1:15740}
 */
public record CameraSettings(String port) {
    public boolean isNone() {
        return port.equals("none");
    }

    public boolean isAuto() {
        return port.equals("auto");
    }
}
