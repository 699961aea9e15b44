package caixiang.sim.scene;

import java.awt.Color;

/** Shades of a colour. */
final class Tone {
    private Tone() {}

    /** Lighter for a factor above 1, darker below. */
    static Color times(Color colour, double factor) {
        return new Color(
                channel(colour.getRed() * factor),
                channel(colour.getGreen() * factor),
                channel(colour.getBlue() * factor),
                colour.getAlpha());
    }

    static Color withAlpha(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
