package caixiang.station.config;

import java.time.Duration;

/**
 * Which camera to use.
 *
 * @param port {@code auto}, {@code none}, or a libgphoto2 port such as {@code usb:001,004} or {@code ptpip:127.0.0.1:15740}
 * @param retention what becomes of pictures on the card
 * @param cardKeep how long a picture stays on the card at least, where any are deleted
 */
public record CameraSettings(String port, CardRetention retention, Duration cardKeep) {
    public boolean isNone() {
        return port.equals("none");
    }

    public boolean isAuto() {
        return port.equals("auto");
    }
}
