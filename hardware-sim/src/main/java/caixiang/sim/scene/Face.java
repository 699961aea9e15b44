package caixiang.sim.scene;

import static caixiang.sim.scene.Canvas.ellipse;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Eyes, brows, nose and mouth, in head units. */
final class Face {
    /** From the middle of the face to the middle of an eye. */
    private static final double EYE_X = 0.43;

    private static final double EYE_Y = 0.50;

    private final Canvas canvas;
    private final Looks looks;

    Face(Canvas canvas, Looks looks) {
        this.canvas = canvas;
        this.looks = looks;
    }

    void draw() {
        Color blush = Tone.withAlpha(new Color(0xD9, 0x6B, 0x5C), 46);
        Color shade = Tone.withAlpha(Tone.times(looks.skin(), 0.42), 150);
        Color light = Tone.withAlpha(Tone.times(looks.skin(), 1.22), 110);
        for (int side = -1; side <= 1; side += 2) {
            canvas.spot(side * 0.52, 0.66, 0.34, blush);
            canvas.spot(side * 0.50, 0.635, 0.30, light);
            canvas.spot(side * 0.45, 0.465, 0.36, shade);
            canvas.spot(side * 0.30, 0.475, 0.24, shade);
            drawEye(side);
            drawBrow(side);
        }
        canvas.spot(0, 0.33, 0.42, light);
        canvas.spot(0, 0.545, 0.14, light);
        canvas.spot(0, 0.60, 0.14, light);
        canvas.spot(0, 0.755, 0.22, Tone.withAlpha(Tone.times(looks.skin(), 0.5), 70));
        drawNose();
        drawMouth();
    }

    private void drawEye(int side) {
        double x = side * EYE_X;
        Shape almond = almond(x, 0.205, 0.030, 0.027);
        canvas.fill(almond, new Color(0xC8, 0xBE, 0xB8));
        canvas.within(almond);
        canvas.fill(disc(x, EYE_Y, 0.108), new Color(0x3A, 0x26, 0x1A));
        canvas.fill(disc(x, EYE_Y, 0.050), new Color(0x0B, 0x09, 0x08));
        canvas.everywhere();
        canvas.fill(disc(x - 0.035, EYE_Y - 0.011, 0.018), new Color(255, 255, 255, 220));
        Color lid = new Color(0x1C, 0x14, 0x11);
        canvas.line(arc(x - 0.205, EYE_Y, x, EYE_Y - 0.060, x + 0.205, EYE_Y), 0.028, lid);
        canvas.line(
                arc(x - 0.17, EYE_Y + 0.012, x, EYE_Y + 0.04, x + 0.17, EYE_Y + 0.012),
                0.008,
                Tone.withAlpha(lid, 110));
        canvas.line(
                arc(x - 0.20, EYE_Y - 0.022, x, EYE_Y - 0.084, x + 0.20, EYE_Y - 0.022),
                0.009,
                Tone.withAlpha(Tone.times(looks.skin(), 0.5), 150));
    }

    private void drawBrow(int side) {
        Path2D brow = new Path2D.Double();
        brow.moveTo(side * 0.18, 0.411);
        brow.quadTo(side * 0.46, 0.380, side * 0.71, 0.429);
        brow.quadTo(side * 0.46, 0.414, side * 0.18, 0.440);
        brow.closePath();
        canvas.fill(brow, Tone.withAlpha(looks.hair(), 225));
    }

    private void drawNose() {
        Color skin = looks.skin();
        canvas.spot(0, 0.655, 0.20, Tone.withAlpha(Tone.times(skin, 1.18), 90));
        canvas.line(arc(0.11, 0.47, 0.08, 0.58, 0.155, 0.675), 0.030, Tone.withAlpha(Tone.times(skin, 0.62), 60));
        canvas.line(arc(-0.155, 0.70, 0, 0.742, 0.155, 0.70), 0.020, Tone.withAlpha(Tone.times(skin, 0.55), 120));
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(ellipse(side * 0.085, 0.705, 0.042, 0.0095), Tone.times(skin, 0.42));
            canvas.line(
                    arc(side * 0.15, 0.665, side * 0.20, 0.69, side * 0.155, 0.712),
                    0.014,
                    Tone.withAlpha(Tone.times(skin, 0.55), 130));
        }
    }

    private void drawMouth() {
        Color lips = new Color(0xB8, 0x5C, 0x57);
        Path2D upper = new Path2D.Double();
        upper.moveTo(-0.31, 0.804);
        upper.quadTo(-0.10, 0.778, 0, 0.792);
        upper.quadTo(0.10, 0.778, 0.31, 0.804);
        upper.quadTo(0, 0.832, -0.31, 0.804);
        canvas.fill(upper, Tone.times(lips, 0.88));
        Path2D lower = new Path2D.Double();
        lower.moveTo(-0.31, 0.804);
        lower.quadTo(0, 0.834, 0.31, 0.804);
        lower.quadTo(0, 0.892, -0.31, 0.804);
        canvas.fillDown(lower, 0.81, lips, 0.85, Tone.times(lips, 1.15));
        canvas.line(arc(-0.32, 0.802, 0, 0.835, 0.32, 0.802), 0.011, new Color(0x6E, 0x2E, 0x2C));
        canvas.spot(0, 0.878, 0.20, Tone.withAlpha(Tone.times(looks.skin(), 0.5), 60));
    }

    /** Two arcs between the corners of an eye. */
    private static Shape almond(double x, double halfWidth, double up, double down) {
        Path2D path = new Path2D.Double();
        path.moveTo(x - halfWidth, EYE_Y);
        path.quadTo(x, EYE_Y - 2 * up, x + halfWidth, EYE_Y);
        path.quadTo(x, EYE_Y + 2 * down, x - halfWidth, EYE_Y);
        path.closePath();
        return path;
    }

    /** Round on the frame although a head is higher than it is wide: head height is about 3.2 half widths. */
    private static Shape disc(double x, double y, double radius) {
        return ellipse(x, y, radius, radius / 3.2);
    }

    private static Path2D arc(double x1, double y1, double bendX, double bendY, double x2, double y2) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.quadTo(bendX, bendY, x2, y2);
        return path;
    }
}
