package caixiang.sim.scene;

import static caixiang.sim.scene.Canvas.ellipse;
import static caixiang.sim.scene.Canvas.mirrored;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/**
 * Draws a person as an ID studio takes them: head and shoulders, from the front, before plain light blue. All numbers
 * in the shapes are head units, see {@link Canvas}.
 */
final class Portraitist {
    /** The light blue of Chinese student registry portraits. */
    static final Color BACKGROUND = new Color(100, 197, 255);

    private final Canvas canvas;
    private final Looks looks;

    private Portraitist(Canvas canvas, Looks looks) {
        this.canvas = canvas;
        this.looks = looks;
    }

    /** Draws the sitter, or the stool nobody sits on, over the whole picture. */
    static void draw(Sitter sitter, BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(BACKGROUND);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        double scale = Resolution.scale(picture.getWidth());
        graphics.scale(scale, scale);
        if (sitter.isNobody()) {
            drawStool(graphics);
        } else {
            Canvas canvas = new Canvas(graphics, PortraitGeometry.of(sitter));
            new Portraitist(canvas, Looks.of(sitter)).drawPerson();
        }
        graphics.dispose();
    }

    private static void drawStool(Graphics2D graphics) {
        graphics.setColor(new Color(0x3B3F46));
        graphics.setStroke(new BasicStroke(90, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(2700, 3300, 2520, 4100));
        graphics.draw(new Line2D.Double(3300, 3300, 3480, 4100));
        graphics.setColor(new Color(0x22252A));
        graphics.fill(new Ellipse2D.Double(2450, 3090, 1100, 260));
        graphics.setColor(new Color(0x4A4F58));
        graphics.fill(new Ellipse2D.Double(2450, 3040, 1100, 240));
    }

    private void drawPerson() {
        HairDresser hair = new HairDresser(canvas, looks);
        hair.drawBehind();
        drawNeck();
        new Wardrobe(canvas, looks.clothes()).draw();
        drawEars();
        drawFace();
        new Face(canvas, looks).draw();
        hair.drawInFront();
        if (looks.hasGlasses()) {
            drawGlasses();
        }
    }

    private void drawNeck() {
        Color skin = looks.skin();
        Path2D neck = mirrored(
                0,
                0.80,
                new double[] {0.30, 0.80, 0.56, 0.82, 0.57, 0.92},
                new double[] {0.57, 1.05, 0.60, 1.16, 0.95, 1.24},
                new double[] {0.80, 1.40, 0.40, 1.50, 0, 1.50});
        canvas.fillDown(neck, 0.95, Tone.times(skin, 0.66), 1.25, Tone.times(skin, 0.90));
        canvas.spot(0, 1.02, 0.62, Tone.withAlpha(Tone.times(skin, 0.45), 120));
    }

    private void drawEars() {
        for (int side = -1; side <= 1; side += 2) {
            canvas.fill(ellipse(side * 1.01, 0.56, 0.10, 0.085), Tone.times(looks.skin(), 0.84));
            canvas.fill(ellipse(side * 1.02, 0.56, 0.05, 0.05), Tone.times(looks.skin(), 0.68));
        }
    }

    private void drawFace() {
        Color skin = looks.skin();
        canvas.fillLit(
                faceShape(),
                -0.12,
                0.50,
                1.45,
                Tone.times(skin, 1.05),
                skin,
                Tone.times(skin, 0.93),
                Tone.times(skin, 0.72));
    }

    static Shape faceShape() {
        return mirrored(
                0,
                0.06,
                new double[] {0.72, 0.06, 1.00, 0.26, 1.00, 0.50},
                new double[] {1.00, 0.72, 0.84, 0.84, 0.56, 0.935},
                new double[] {0.36, 0.99, 0.16, 1.00, 0, 1.00});
    }

    private void drawGlasses() {
        Color frame = new Color(0x26, 0x26, 0x2A);
        for (int side = -1; side <= 1; side += 2) {
            Shape lens = ellipse(side * 0.43, 0.515, 0.31, 0.083);
            canvas.fill(lens, new Color(255, 255, 255, 18));
            canvas.line(lens, 0.028, frame);
            canvas.line(new Line2D.Double(side * 0.74, 0.50, side * 0.99, 0.49), 0.026, frame);
        }
        Path2D bridge = new Path2D.Double();
        bridge.moveTo(-0.13, 0.50);
        bridge.quadTo(0, 0.48, 0.13, 0.50);
        canvas.line(bridge, 0.026, frame);
    }
}
