package caixiang.station.portrait.rules;

import java.util.Map;

/** Light on the face. The mean is the luminance mean of ISO/IEC 29794-5, on linear light (IEC 61966-2-1). */
final class Skin {
    private static final int STEP = 2;
    private static final int BURNT_OUT = 250;
    private static final double[] LINEAR = new double[256];

    static {
        for (int level = 0; level < LINEAR.length; level++) {
            double value = level / 255.0;
            LINEAR[level] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
    }

    private Skin() {}

    static void measure(View view, Map<String, Double> values) {
        double left = 0;
        double right = 0;
        int leftCount = 0;
        int rightCount = 0;
        int burnt = 0;
        double middle = view.head().eyesMiddle().x();
        for (int y = 0; y < view.size().height(); y += STEP) {
            for (int x = 0; x < view.size().width(); x += STEP) {
                if (view.isFace(x, y)) {
                    double light = 0.2126 * LINEAR[view.red(x, y)]
                            + 0.7152 * LINEAR[view.green(x, y)]
                            + 0.0722 * LINEAR[view.blue(x, y)];
                    boolean isLeft = x < middle;
                    left += isLeft ? light : 0;
                    leftCount += isLeft ? 1 : 0;
                    right += isLeft ? 0 : light;
                    rightCount += isLeft ? 0 : 1;
                    // Red is the first to go on skin.
                    burnt += view.red(x, y) >= BURNT_OUT && view.green(x, y) >= BURNT_OUT ? 1 : 0;
                }
            }
        }
        if (leftCount == 0 || rightCount == 0) {
            return;
        }
        int count = leftCount + rightCount;
        double mean = (left + right) / count;
        values.put("exposure", mean);
        values.put("clipping", 100.0 * burnt / count);
        if (mean > 0) {
            values.put("light-balance", 100 * (left / leftCount - right / rightCount) / mean);
        }
    }
}
