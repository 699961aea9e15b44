package caixiang.station.portrait.rules;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.CropRectangle;
import caixiang.station.portrait.find.Head;
import java.util.OptionalDouble;

/**
 * Where a head comes to lie in the product.
 *
 * @param headTop what is allowed, and {@code headTopAt} what is aimed at; the same for {@code eyeLine}
 */
public record Placing(
        PixelSize product, Range headTop, double headTopAt, Range eyeLine, double eyeLineAt, double faceWidthAt) {

    /** The part of the frame to cut for a head that was found. The head is given in pixels of the frame. */
    public CropRectangle around(Head head, PixelSize frame) {
        return around(
                head.crown(), head.eyesMiddle().y(), head.eyesMiddle().x(), OptionalDouble.of(head.faceWidth()), frame);
    }

    /**
     * The part of the frame to cut for a crown and an eye line, as measured or as drawn by hand. It never leaves the
     * frame: where the frame is too small the rules will say what is wrong.
     */
    public CropRectangle around(double crown, double eyes, double middle, OptionalDouble faceWidth, PixelSize frame) {
        double byHeight = (eyeLineAt - headTopAt) / (eyes - crown);
        double scale = faceWidth.isPresent() ? Math.sqrt(byHeight * (faceWidthAt / faceWidth.getAsDouble())) : byHeight;
        double least = Math.max(product.width() / (double) frame.width(), product.height() / (double) frame.height());
        scale = Math.max(least, scale);
        double width = product.width() / scale;
        double height = product.height() / scale;
        // Both lines as near to their aims as the distance between them lets, each in shares of its allowance.
        double topWeight = 1 / Math.pow(headTop.high() - headTop.low(), 2);
        double eyeWeight = 1 / Math.pow(eyeLine.high() - eyeLine.low(), 2);
        double apart = (eyes - crown) * scale;
        double at = (topWeight * headTopAt + eyeWeight * (eyeLineAt - apart)) / (topWeight + eyeWeight);
        double top = clamp(crown - at / scale, frame.height() - height);
        double left = clamp(middle - width / 2, frame.width() - width);
        return new CropRectangle(
                left / frame.width(),
                top / frame.height(),
                Math.min(1, width / frame.width()),
                Math.min(1, height / frame.height()));
    }

    private static double clamp(double value, double most) {
        return Math.max(0, Math.min(value, Math.max(0, most)));
    }
}
