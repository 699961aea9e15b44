package caixiang.station.portrait.find;

import caixiang.layouts.picture.Picture;
import java.util.BitSet;
import java.util.Optional;

/**
 * What stands before the cloth: everything the cloth's colour does not reach from the top and the sides. A jacket of the
 * cloth's colour is not reached either, as long as an edge or a shade runs round it.
 */
public final class Silhouette {
    private static final double WINDOW_FACES = 2.0;
    private static final double TOP_STRIP = 0.06;
    private static final double SIDE_STRIP = 0.12;
    private static final int SAMPLE_STEP = 4;

    private final int width;
    private final int height;
    private final BitSet cloth;
    private final BitSet person;

    private Silhouette(int width, int height, BitSet cloth, BitSet person) {
        this.width = width;
        this.height = height;
        this.cloth = cloth;
        this.person = person;
    }

    /** Around a face: what else stands beside the sitter may be anything. */
    public static Silhouette of(Picture picture, Box face) {
        int width = picture.size().width();
        int height = picture.size().height();
        Point middle = face.centre();
        int left = (int) Math.max(0, middle.x() - WINDOW_FACES * face.width());
        int right = (int) Math.min(width - 1.0, middle.x() + WINDOW_FACES * face.width());
        Cloth model = Cloth.fit(picture, places(left, right, height, (int) Math.min(height - 1.0, face.bottom())));
        var cloth = new BitSet(width * height);
        var queue = new IntQueue();
        for (int x = left; x <= right; x++) {
            reach(picture, model, cloth, queue, x, 0);
        }
        for (int y = 0; y < height; y++) {
            reach(picture, model, cloth, queue, left, y);
            reach(picture, model, cloth, queue, right, y);
        }
        while (!queue.isEmpty()) {
            int at = queue.next();
            int x = at % width;
            int y = at / width;
            if (x > left) {
                reach(picture, model, cloth, queue, x - 1, y);
            }
            if (x < right) {
                reach(picture, model, cloth, queue, x + 1, y);
            }
            if (y > 0) {
                reach(picture, model, cloth, queue, x, y - 1);
            }
            if (y < height - 1) {
                reach(picture, model, cloth, queue, x, y + 1);
            }
        }
        return new Silhouette(
                width, height, cloth, connected(cloth, width, height, new int[] {left, right}, face.centre()));
    }

    private static void reach(Picture picture, Cloth model, BitSet cloth, IntQueue queue, int x, int y) {
        int at = y * picture.size().width() + x;
        if (!cloth.get(at) && model.isHere(picture, x, y)) {
            cloth.set(at);
            queue.add(at);
        }
    }

    private static BitSet connected(BitSet cloth, int width, int height, int[] columns, Point start) {
        var person = new BitSet(width * height);
        var queue = new IntQueue();
        join(cloth, person, queue, ((int) start.y()) * width + ((int) start.x()));
        while (!queue.isEmpty()) {
            int at = queue.next();
            int x = at % width;
            int y = at / width;
            if (x > columns[0]) {
                join(cloth, person, queue, at - 1);
            }
            if (x < columns[1]) {
                join(cloth, person, queue, at + 1);
            }
            if (y > 0) {
                join(cloth, person, queue, at - width);
            }
            if (y < height - 1) {
                join(cloth, person, queue, at + width);
            }
        }
        return person;
    }

    private static void join(BitSet cloth, BitSet person, IntQueue queue, int at) {
        if (!cloth.get(at) && !person.get(at)) {
            person.set(at);
            queue.add(at);
        }
    }

    private static int[] places(int left, int right, int height, int sideEnd) {
        int strip = Math.max(SAMPLE_STEP, (int) (SIDE_STRIP * (right - left)));
        int topEnd = (int) Math.max(SAMPLE_STEP, TOP_STRIP * height);
        var places = new IntQueue();
        for (int y = 0; y <= sideEnd; y += SAMPLE_STEP) {
            for (int x = left; x <= right; x += SAMPLE_STEP) {
                if (y < topEnd || x < left + strip || x > right - strip) {
                    places.add(x);
                    places.add(y);
                }
            }
        }
        return places.toArray();
    }

    /** The highest row in which the person is this wide near a column; hair that stands up alone is thinner. */
    Optional<Double> crown(double column, double reach, double widthMin) {
        int from = (int) Math.max(0, column - reach);
        int to = (int) Math.min(width - 1.0, column + reach);
        for (int y = 0; y < height; y++) {
            if (person.get(y * width + from, y * width + to + 1).cardinality() >= widthMin) {
                return Optional.of((double) y);
            }
        }
        return Optional.empty();
    }

    /** How wide the person is in a row, from the first to the last pixel; 0 where there is nobody. */
    double span(int y) {
        if (y < 0 || y >= height) {
            return 0;
        }
        int first = person.nextSetBit(y * width);
        int last = person.previousSetBit((y + 1) * width - 1);
        return first < 0 || first >= (y + 1) * width || last < first ? 0 : last - first + 1.0;
    }

    public boolean isPerson(int x, int y) {
        return isInside(x, y) && person.get(y * width + x);
    }

    public boolean isCloth(int x, int y) {
        return isInside(x, y) && cloth.get(y * width + x);
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }
}
