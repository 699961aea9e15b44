package caixiang.station.portrait.find;

import caixiang.station.portrait.find.FaceDetector.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two eyes of one face, left and right as on the picture. */
record EyePair(Point left, Point right) {
    /** Detections closer than this, in face widths, are of one eye. */
    private static final double SAME_EYE = 0.12;

    private static final double DISTANCE_MIN = 0.26;
    private static final double DISTANCE_MAX = 0.62;
    private static final double SLOPE_MAX = 0.45;
    private static final double USUAL_DISTANCE = 0.40;
    private static final double USUAL_HEIGHT = 0.39;
    private static final double ODDNESS = 12;

    private record Candidate(Point middle, int votes) {}

    /** The likeliest pair: many detections, at a place and a distance as eyes have them. */
    static Optional<EyePair> among(Face face) {
        List<Candidate> candidates = candidates(face);
        Optional<EyePair> best = Optional.empty();
        double bestScore = Double.NEGATIVE_INFINITY;
        for (Candidate left : candidates) {
            for (Candidate right : candidates) {
                double score = score(face.box(), left, right);
                if (score > bestScore) {
                    bestScore = score;
                    best = Optional.of(new EyePair(left.middle(), right.middle()));
                }
            }
        }
        return best;
    }

    private static List<Candidate> candidates(Face face) {
        List<List<Point>> clusters = new ArrayList<>();
        for (Box eye : face.eyes()) {
            Point middle = eye.centre();
            clusters.stream()
                    .filter(cluster -> mean(cluster).distance(middle)
                            < SAME_EYE * face.box().width())
                    .findFirst()
                    .orElseGet(() -> {
                        List<Point> fresh = new ArrayList<>();
                        clusters.add(fresh);
                        return fresh;
                    })
                    .add(middle);
        }
        return clusters.stream()
                .map(cluster -> new Candidate(mean(cluster), cluster.size()))
                .toList();
    }

    private static Point mean(List<Point> points) {
        return new Point(
                points.stream().mapToDouble(Point::x).average().orElse(0),
                points.stream().mapToDouble(Point::y).average().orElse(0));
    }

    private static double score(Box face, Candidate left, Candidate right) {
        double across = (right.middle().x() - left.middle().x()) / face.width();
        double down = (right.middle().y() - left.middle().y()) / face.width();
        double middleX =
                (left.middle().x() + right.middle().x()) / 2 - face.centre().x();
        double middleY = (left.middle().y() + right.middle().y()) / 2 - face.top();
        if (across < DISTANCE_MIN || across > DISTANCE_MAX || Math.abs(down) > SLOPE_MAX * across) {
            return Double.NEGATIVE_INFINITY;
        }
        double odd = Math.abs(across - USUAL_DISTANCE)
                + Math.abs(middleX / face.width())
                + Math.abs(middleY / face.height() - USUAL_HEIGHT);
        return Math.min(left.votes(), right.votes()) - ODDNESS * odd;
    }

    Point middle() {
        return new Point((left.x() + right.x()) / 2, (left.y() + right.y()) / 2);
    }

    /** Cascades mark an eye with its lids and brows; the iris is what the rule means. */
    EyePair refined(GreyPicture picture) {
        double distance = left.distance(right);
        return new EyePair(Iris.near(picture, left, distance), Iris.near(picture, right, distance));
    }
}
