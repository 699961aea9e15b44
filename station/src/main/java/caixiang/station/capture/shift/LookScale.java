package caixiang.station.capture.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How different two frames of one person are in this session, and two of different people: learned from the session
 * itself, since light, crop and gowns make every day another. A few wrong frames do not matter. Pure.
 *
 * @param threshold a difference above it, all in all, says two people
 * @param parts the same for each part by itself
 */
record LookScale(double threshold, Look.Difference parts) {
    private static final int SAMPLES_MIN = 6;
    private static final double THRESHOLD_MIN = 2.5;

    /** How many of a person's frames are like the one before: the rest turned their head, or are somebody else. */
    private static final double MOST = 0.9;

    private static final double HALF = 0.5;
    private static final double MARGIN = 1.5;

    /** Neighbours that differ less than this many thresholds cannot be told apart by their looks. */
    private static final double CONTRAST_MIN = 1.2;

    /** Empty when too little has been seen, or everybody looks alike. */
    static Optional<LookScale> of(List<NumberFrames> numbers) {
        List<Look.Difference> within = new ArrayList<>();
        List<Double> between = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            List<Look> looks = numbers.get(i).looks();
            for (int j = 1; j < looks.size(); j++) {
                within.add(looks.get(j - 1).from(looks.get(j)));
            }
            if (i > 0 && !looks.isEmpty() && !numbers.get(i - 1).looks().isEmpty()) {
                List<Look> before = numbers.get(i - 1).looks();
                between.add(before.get(before.size() - 1).from(looks.get(0)).total());
            }
        }
        if (within.size() < SAMPLES_MIN || between.size() < SAMPLES_MIN) {
            return Optional.empty();
        }
        double threshold = threshold(within, Look.Difference::total);
        return quantile(between, HALF) < CONTRAST_MIN * threshold
                ? Optional.empty()
                : Optional.of(new LookScale(
                        threshold,
                        new Look.Difference(
                                threshold(within, Look.Difference::hair),
                                threshold(within, Look.Difference::face),
                                threshold(within, Look.Difference::clothes),
                                threshold(within, Look.Difference::outline))));
    }

    private static double threshold(List<Look.Difference> within, ToDoubleFunction<Look.Difference> of) {
        List<Double> values = within.stream().map(of::applyAsDouble).toList();
        return Math.max(THRESHOLD_MIN, MARGIN * quantile(values, MOST));
    }

    boolean isSame(Look one, Look other) {
        return one.from(other).total() <= threshold;
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }
}
