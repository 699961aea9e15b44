package caixiang.sim.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * Draws in units of a head: x from the middle of the face in half face widths (left is negative), y from the top of the
 * head in head heights (1 is the chin). So shapes need no pixel, and every head gets the same drawing in its own size.
 */
final class Canvas {
    private final Graphics2D graphics;
    private final PortraitGeometry geometry;
    private final AffineTransform toPixels;

    Canvas(Graphics2D graphics, PortraitGeometry geometry) {
        this.graphics = graphics;
        this.geometry = geometry;
        toPixels = new AffineTransform(
                geometry.faceHalfWidth(), 0, 0, geometry.headHeight(), geometry.centre(), geometry.headTop());
    }

    /** A shape that is its own mirror image: the given right half, from top to bottom, and its reflection. */
    static Path2D mirrored(double topX, double topY, double[]... curves) {
        Path2D path = new Path2D.Double();
        path.moveTo(topX, topY);
        for (double[] c : curves) {
            path.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
        }
        int last = curves.length - 1;
        path.lineTo(-curves[last][4], curves[last][5]);
        for (int i = last; i >= 0; i--) {
            double[] c = curves[i];
            double endX = i == 0 ? topX : curves[i - 1][4];
            double endY = i == 0 ? topY : curves[i - 1][5];
            path.curveTo(-c[2], c[3], -c[0], c[1], -endX, endY);
        }
        path.closePath();
        return path;
    }

    static Shape ellipse(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    void fill(Shape shape, Color colour) {
        paint(shape, colour);
    }

    /** Fills with light that falls off from a point; the radius is in half face widths. */
    void fillLit(Shape shape, double x, double y, double radius, Color... fromMiddle) {
        float[] stops = new float[fromMiddle.length];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = (float) i / (stops.length - 1);
        }
        paint(
                shape,
                new RadialGradientPaint(
                        (float) pixelX(x),
                        (float) pixelY(y),
                        (float) radius * geometry.faceHalfWidth(),
                        stops,
                        fromMiddle));
    }

    /** Fills from one height to another. */
    void fillDown(Shape shape, double fromY, Color from, double toY, Color to) {
        paint(
                shape,
                new LinearGradientPaint(
                        0, (float) pixelY(fromY), 0, (float) pixelY(toY), new float[] {0, 1}, new Color[] {from, to}));
    }

    /** A soft round spot, as of blush or shade. */
    void spot(double x, double y, double radius, Color colour) {
        Color clear = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        double flat = radius * geometry.faceHalfWidth() / geometry.headHeight();
        fillLit(ellipse(x, y, radius, flat), x, y, radius, colour, clear);
    }

    /** Draws a line; its width is in half face widths. */
    void line(Shape shape, double width, Color colour) {
        graphics.setStroke(new BasicStroke(
                (float) width * geometry.faceHalfWidth(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setPaint(colour);
        graphics.draw(toPixels.createTransformedShape(shape));
    }

    /** Draws only within a shape until {@link #everywhere}. */
    void within(Shape shape) {
        graphics.setClip(toPixels.createTransformedShape(shape));
    }

    void everywhere() {
        graphics.setClip(null);
    }

    private void paint(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(toPixels.createTransformedShape(shape));
    }

    private double pixelX(double x) {
        return geometry.centre() + x * geometry.faceHalfWidth();
    }

    private double pixelY(double y) {
        return geometry.headTop() + y * geometry.headHeight();
    }
}
