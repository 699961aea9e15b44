package caixiang.station.portrait.rules;

import caixiang.layouts.picture.ColourGrid.Lab;
import caixiang.station.portrait.find.Head;
import java.util.List;
import java.util.Map;

/** What the person wears below the neck: how much of it in colours that are not allowed, and how far from the cloth's. */
final class Clothes {
    private static final double BELOW_EYES = 2.5;
    private static final double ACROSS = 2.3;
    private static final int STEP = 3;
    private static final int COUNT_MIN = 200;
    private static final double SATURATION_MIN = 0.30;
    private static final double VALUE_MIN = 0.30;

    private Clothes() {}

    static void measure(View view, List<Integer> cloth, Map<String, Double> values) {
        Head head = view.head();
        double apart = head.eyeDistance();
        int top = (int) (head.eyesMiddle().y() + BELOW_EYES * apart);
        int from = (int) Math.max(0, head.eyesMiddle().x() - ACROSS * apart);
        int to = (int) Math.min(view.size().width() - 1.0, head.eyesMiddle().x() + ACROSS * apart);
        Lab skin =
                view.lab((int) head.eyesMiddle().x(), (int) (head.eyesMiddle().y() + 0.6 * apart));
        int count = 0;
        int forbidden = 0;
        double lightness = 0;
        double a = 0;
        double b = 0;
        for (int y = Math.max(0, top); y < view.size().height(); y += STEP) {
            for (int x = from; x <= to; x += STEP) {
                Lab here = view.lab(x, y);
                boolean isSkin = Math.hypot(here.a() - skin.a(), here.b() - skin.b()) < 8 && here.a() > 5;
                if (view.isPerson(x, y) && !isSkin) {
                    count++;
                    forbidden += isForbidden(view.red(x, y), view.green(x, y), view.blue(x, y)) ? 1 : 0;
                    lightness += here.lightness();
                    a += here.a();
                    b += here.b();
                }
            }
        }
        if (count < COUNT_MIN) {
            return;
        }
        Lab wanted = Lab.ofSrgb(cloth.get(0), cloth.get(1), cloth.get(2));
        values.put("clothes-colour", 100.0 * forbidden / count);
        values.put(
                "clothes-contrast",
                Math.hypot(
                        lightness / count - wanted.lightness(),
                        Math.hypot(a / count - wanted.a(), b / count - wanted.b())));
    }

    /** Yellow, green, blue and purple by hue, from orange's end to magenta; what is dark or dull has no such colour. */
    private static boolean isForbidden(int red, int green, int blue) {
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        if (most < VALUE_MIN * 255 || most - least < SATURATION_MIN * most) {
            return false;
        }
        double range = most - least;
        double hue = most == red
                ? 60 * ((green - blue) / range)
                : most == green ? 120 + 60 * ((blue - red) / range) : 240 + 60 * ((red - green) / range);
        return hue > 45 && hue < 320;
    }
}
