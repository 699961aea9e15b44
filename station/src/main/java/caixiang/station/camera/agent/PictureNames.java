package caixiang.station.camera.agent;

import java.util.Locale;

/** Which files of a card are pictures for the station. */
final class PictureNames {
    private PictureNames() {}

    static boolean isJpeg(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }
}
