package caixiang.station.portrait.rules;

import caixiang.layouts.picture.ColourGrid.Lab;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Colour, evenness and shadow of the cloth, by means of small squares of it (CIE L*a*b*). */
final class Background {
    private static final int SQUARE = 16;
    private static final int STEP = 4;
    private static final int SQUARES_MIN = 20;
    private static final double SHADOW_SHARE = 0.03;

    private Background() {}

    static void measure(View view, List<Integer> cloth, Map<String, Double> values) {
        values.put("background-clear", foreign(view));
        List<Double> lights = new ArrayList<>();
        double[] sums = new double[3];
        for (int y = 0; y + SQUARE <= view.size().height(); y += SQUARE) {
            for (int x = 0; x + SQUARE <= view.size().width(); x += SQUARE) {
                square(view, x, y, lights, sums);
            }
        }
        if (lights.size() < SQUARES_MIN) {
            return;
        }
        Lab wanted = Lab.ofSrgb(cloth.get(0), cloth.get(1), cloth.get(2));
        int count = lights.size();
        values.put(
                "background-colour",
                Math.sqrt(square(sums[0] / count - wanted.lightness())
                        + square(sums[1] / count - wanted.a())
                        + square(sums[2] / count - wanted.b())));
        double mean = sums[0] / count;
        values.put(
                "background-even",
                Math.sqrt(lights.stream()
                                .mapToDouble(light -> square(light - mean))
                                .sum()
                        / count));
        Collections.sort(lights);
        values.put("background-shadow", lights.get(count / 2) - lights.get((int) (SHADOW_SHARE * count)));
    }

    /** Per cent of the picture above the chin. */
    private static double foreign(View view) {
        int foreign = 0;
        int count = 0;
        int end =
                (int) Math.max(STEP, Math.min(view.size().height(), view.head().chin()));
        for (int y = 0; y < end; y += STEP) {
            for (int x = 0; x < view.size().width(); x += STEP) {
                foreign += view.isForeign(x, y) ? 1 : 0;
                count++;
            }
        }
        return 100.0 * foreign / count;
    }

    private static void square(View view, int left, int top, List<Double> lights, double[] sums) {
        double lightness = 0;
        double a = 0;
        double b = 0;
        int count = 0;
        for (int y = top; y < top + SQUARE; y += STEP) {
            for (int x = left; x < left + SQUARE; x += STEP) {
                if (!view.isCloth(x, y)) {
                    return;
                }
                Lab colour = view.lab(x, y);
                lightness += colour.lightness();
                a += colour.a();
                b += colour.b();
                count++;
            }
        }
        lights.add(lightness / count);
        sums[0] += lightness / count;
        sums[1] += a / count;
        sums[2] += b / count;
    }

    private static double square(double value) {
        return value * value;
    }
}
