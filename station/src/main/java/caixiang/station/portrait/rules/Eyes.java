package caixiang.station.portrait.rules;

import caixiang.station.portrait.find.Head;
import caixiang.station.portrait.find.Point;
import java.util.List;
import java.util.Map;

/** Sharpness across the eyes, glare on glasses, red pupils. Lengths in distances between the eyes. */
final class Eyes {
    private static final double BAND_ACROSS = 0.85;
    private static final double BAND_DOWN = 0.28;
    private static final double LENS_ACROSS = 0.36;
    private static final double LENS_DOWN = 0.26;
    private static final int GLARE = 225;
    private static final double PUPIL = 0.06;
    private static final int RED_MIN = 80;
    private static final double RED_TIMES = 1.8;

    private Eyes() {}

    static void measure(View view, Map<String, Double> values) {
        sharpness(view, values);
        Head head = view.head();
        double apart = head.eyeDistance();
        int glare = 0;
        int red = 0;
        int pupil = 0;
        for (Point eye : List.of(head.leftEye(), head.rightEye())) {
            for (int y = (int) (eye.y() - LENS_DOWN * apart); y <= eye.y() + LENS_DOWN * apart; y++) {
                for (int x = (int) (eye.x() - LENS_ACROSS * apart); x <= eye.x() + LENS_ACROSS * apart; x++) {
                    int other = Math.max(view.green(x, y), view.blue(x, y));
                    int least = Math.min(view.red(x, y), Math.min(view.green(x, y), view.blue(x, y)));
                    glare += least > GLARE ? 1 : 0;
                    if (Math.hypot(x - eye.x(), y - eye.y()) < PUPIL * apart) {
                        pupil++;
                        red += view.red(x, y) > RED_MIN && view.red(x, y) > RED_TIMES * other ? 1 : 0;
                    }
                }
            }
        }
        values.put("glare", 100 * glare / (apart * apart));
        if (pupil > 0) {
            values.put("red-eye", 100.0 * red / pupil);
        }
    }

    /** Variance of the Laplacian over the variance of the brightness itself, so that contrast does not matter. */
    private static void sharpness(View view, Map<String, Double> values) {
        Head head = view.head();
        double apart = head.eyeDistance();
        Point middle = head.eyesMiddle();
        double sum = 0;
        double squares = 0;
        double edges = 0;
        int count = 0;
        for (int y = (int) (middle.y() - BAND_DOWN * apart); y <= middle.y() + BAND_DOWN * apart; y++) {
            for (int x = (int) (middle.x() - BAND_ACROSS * apart); x <= middle.x() + BAND_ACROSS * apart; x++) {
                double here = view.luma(x, y);
                double edge = view.luma(x - 1, y)
                        + view.luma(x + 1, y)
                        + view.luma(x, y - 1)
                        + view.luma(x, y + 1)
                        - 4 * here;
                sum += here;
                squares += here * here;
                edges += edge * edge;
                count++;
            }
        }
        double variance = squares / count - sum / count * (sum / count);
        if (variance > 1) {
            values.put("sharpness", edges / count / variance);
        }
    }
}
