package caixiang.sim.scene;

import static caixiang.sim.scene.Canvas.mirrored;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Draws shoulders and clothes, in head units; they end below the frame. */
final class Wardrobe {
    private static final Color SHIRT = new Color(0xF2, 0xF3, 0xF5);
    private static final double BELOW_FRAME = 1.95;

    private final Canvas canvas;
    private final Looks.Clothes clothes;

    Wardrobe(Canvas canvas, Looks.Clothes clothes) {
        this.canvas = canvas;
        this.clothes = clothes;
    }

    void draw() {
        Color cloth = clothes.colour();
        if (clothes.isJacket()) {
            drawShirt();
        }
        Shape body = clothes.isJacket() ? jacket() : jumper();
        canvas.fillLit(body, -0.5, 1.35, 2.6, Tone.times(cloth, 1.30), cloth, Tone.times(cloth, 0.72));
        canvas.within(body);
        drawFolds();
        canvas.everywhere();
        if (clothes.isJacket()) {
            drawLapels();
        } else {
            drawCollar();
        }
    }

    private void drawFolds() {
        Color fold = Tone.withAlpha(Tone.times(clothes.colour(), 0.55), 120);
        for (int side = -1; side <= 1; side += 2) {
            canvas.line(new Line2D.Double(side * 1.62, 1.52, side * 1.52, BELOW_FRAME), 0.030, fold);
            canvas.line(new Line2D.Double(side * 1.30, 1.60, side * 1.40, BELOW_FRAME), 0.015, fold);
        }
    }

    private void drawShirt() {
        Path2D shirt = new Path2D.Double();
        shirt.moveTo(-0.66, 1.10);
        shirt.lineTo(0, 1.36);
        shirt.lineTo(0.66, 1.10);
        shirt.lineTo(0.90, 1.30);
        shirt.lineTo(0, BELOW_FRAME);
        shirt.lineTo(-0.90, 1.30);
        shirt.closePath();
        canvas.fillDown(shirt, 1.10, SHIRT, 1.70, Tone.times(SHIRT, 0.86));
        canvas.line(new Line2D.Double(0, 1.37, 0, BELOW_FRAME), 0.010, Tone.times(SHIRT, 0.72));
        for (int side = -1; side <= 1; side += 2) {
            Path2D collar = new Path2D.Double();
            collar.moveTo(side * 0.60, 1.065);
            collar.lineTo(0, 1.345);
            collar.lineTo(side * 0.26, 1.465);
            collar.lineTo(side * 0.74, 1.165);
            collar.closePath();
            canvas.fill(collar, Color.WHITE);
            canvas.line(collar, 0.008, Tone.times(SHIRT, 0.75));
        }
    }

    /** Shoulders with a V cut out down the middle. */
    private static Shape jacket() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 1.74);
        path.lineTo(0.70, 1.15);
        shoulder(path, 1);
        path.lineTo(-2.5, BELOW_FRAME);
        path.curveTo(-2.45, 1.55, -2.30, 1.44, -1.95, 1.36);
        path.curveTo(-1.50, 1.27, -1.00, 1.24, -0.70, 1.15);
        path.closePath();
        return path;
    }

    private static void shoulder(Path2D path, int side) {
        path.curveTo(side * 1.00, 1.24, side * 1.50, 1.27, side * 1.95, 1.36);
        path.curveTo(side * 2.30, 1.44, side * 2.45, 1.55, side * 2.5, BELOW_FRAME);
    }

    /** Shoulders with a round neck. */
    private static Shape jumper() {
        return mirrored(
                0,
                1.29,
                new double[] {0.40, 1.29, 0.58, 1.20, 0.66, 1.13},
                new double[] {1.00, 1.24, 1.50, 1.27, 1.95, 1.36},
                new double[] {2.30, 1.44, 2.45, 1.55, 2.5, BELOW_FRAME});
    }

    private void drawLapels() {
        for (int side = -1; side <= 1; side += 2) {
            Path2D lapel = new Path2D.Double();
            lapel.moveTo(side * 0.70, 1.15);
            lapel.lineTo(side * 0.98, 1.40);
            lapel.lineTo(side * 0.80, 1.43);
            lapel.lineTo(side * 0.86, 1.50);
            lapel.lineTo(0, 1.74);
            lapel.closePath();
            canvas.fill(lapel, Tone.times(clothes.colour(), 1.18));
            canvas.line(lapel, 0.008, Tone.times(clothes.colour(), 0.55));
        }
    }

    private void drawCollar() {
        Path2D rib = new Path2D.Double();
        rib.moveTo(-0.66, 1.13);
        rib.curveTo(-0.58, 1.20, -0.40, 1.29, 0, 1.29);
        rib.curveTo(0.40, 1.29, 0.58, 1.20, 0.66, 1.13);
        canvas.line(rib, 0.085, Tone.times(clothes.colour(), 0.82));
    }
}
