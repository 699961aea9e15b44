package caixiang.station.portrait.rules;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.ColourGrid.Lab;
import caixiang.layouts.picture.CropRectangle;
import caixiang.layouts.picture.Picture;
import caixiang.layouts.picture.PixelRectangle;
import caixiang.layouts.picture.ReducedPicture;
import caixiang.layouts.picture.ReducedPictures;
import caixiang.station.portrait.find.Head;
import caixiang.station.portrait.find.Silhouette;

/** A portrait in the size of its product, with the head and the silhouette in the product's pixels. */
final class View {
    private final Picture picture;
    private final PixelRectangle part;
    private final double scale;
    private final Silhouette silhouette;
    private final Head head;

    View(ReducedPicture reduced, CropRectangle crop, PixelSize product, Head head, Silhouette silhouette) {
        this.picture = ReducedPictures.part(reduced, crop, product);
        this.part = crop.pixels(reduced.picture().size(), product);
        this.scale = (double) product.width() / part.width();
        this.silhouette = silhouette;
        this.head = head.minus(part.left(), part.top()).times(scale);
    }

    Head head() {
        return head;
    }

    PixelSize size() {
        return picture.size();
    }

    boolean isPerson(int x, int y) {
        return silhouette.isPerson((int) (part.left() + (x + 0.5) / scale), (int) (part.top() + (y + 0.5) / scale));
    }

    /** Cloth here and all round, so that neither hair nor the edge of a shoulder is counted. */
    boolean isCloth(int x, int y) {
        return isClothAt(x, y)
                && isClothAt(x - 4, y)
                && isClothAt(x + 4, y)
                && isClothAt(x, y - 4)
                && isClothAt(x, y + 4);
    }

    /** Neither the person nor the cloth: something else. */
    boolean isForeign(int x, int y) {
        return !isPerson(x, y) && !isClothAt(x, y);
    }

    private boolean isClothAt(int x, int y) {
        int column = Math.max(0, Math.min(size().width() - 1, x));
        int row = Math.max(0, Math.min(size().height() - 1, y));
        return silhouette.isCloth(
                (int) (part.left() + (column + 0.5) / scale), (int) (part.top() + (row + 0.5) / scale));
    }

    /** On the skin between brows and mouth, between the cheeks. */
    boolean isFace(int x, int y) {
        double across = (x - head.eyesMiddle().x()) / (0.42 * head.faceWidth());
        double down = (y - head.eyesMiddle().y() - 0.45 * head.eyeDistance()) / (0.95 * head.eyeDistance());
        return across * across + down * down < 1;
    }

    int red(int x, int y) {
        return level(x, y, 2);
    }

    int green(int x, int y) {
        return level(x, y, 1);
    }

    int blue(int x, int y) {
        return level(x, y, 0);
    }

    Lab lab(int x, int y) {
        return Lab.ofSrgb(red(x, y), green(x, y), blue(x, y));
    }

    /** ITU-R BT.601 luma, 0 to 255. */
    double luma(int x, int y) {
        return 0.299 * red(x, y) + 0.587 * green(x, y) + 0.114 * blue(x, y);
    }

    private int level(int x, int y, int band) {
        int column = Math.max(0, Math.min(size().width() - 1, x));
        int row = Math.max(0, Math.min(size().height() - 1, y));
        return picture.bgr()[(row * size().width() + column) * Picture.BANDS + band] & 0xFF;
    }
}
