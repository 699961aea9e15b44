package caixiang.sim.scene;

import static caixiang.sim.scene.Canvas.mirrored;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Draws hair behind and before the face, in head units. */
final class HairDresser {
    private final Canvas canvas;
    private final Looks looks;

    HairDresser(Canvas canvas, Looks looks) {
        this.canvas = canvas;
        this.looks = looks;
    }

    void drawBehind() {
        Color dark = Tone.times(looks.hair(), 0.75);
        switch (looks.hairCut()) {
            case LONG_PARTED ->
                canvas.fill(
                        mirrored(
                                0,
                                0.02,
                                new double[] {0.85, 0.02, 1.22, 0.30, 1.20, 0.60},
                                new double[] {1.20, 0.95, 1.34, 1.20, 1.22, 1.42},
                                new double[] {1.00, 1.50, 0.50, 1.46, 0, 1.46}),
                        dark);
            case TIED_BACK, SHORT_PARTED, SHORT_FRINGE ->
                canvas.fill(
                        mirrored(
                                0,
                                0.01,
                                new double[] {0.80, 0.01, 1.08, 0.22, 1.06, 0.46},
                                new double[] {1.04, 0.60, 0.98, 0.66, 0.92, 0.70},
                                new double[] {0.60, 0.72, 0.20, 0.72, 0, 0.72}),
                        dark);
        }
    }

    void drawInFront() {
        Color hair = looks.hair();
        Shape cap = cap();
        canvas.fillLit(cap, -0.35, 0.10, 1.5, Tone.times(hair, 1.75), hair, Tone.times(hair, 0.8));
        canvas.within(cap);
        // Strands: thin lines from the parting outwards, lighter and darker in turn.
        for (int i = 0; i < 64; i++) {
            double x = -1.15 + i * 2.3 / 63;
            Path2D strand = new Path2D.Double();
            strand.moveTo(x * 0.25 - 0.10, 0);
            strand.curveTo(x * 0.75, 0.04, x * 1.02, 0.20, x * 1.05, 0.55);
            Color shade = i % 2 == 0 ? Tone.times(hair, 1.9) : Tone.times(hair, 0.5);
            canvas.line(strand, 0.006, Tone.withAlpha(shade, 90));
        }
        canvas.everywhere();
    }

    private Shape cap() {
        return switch (looks.hairCut()) {
            case SHORT_PARTED -> cap(0.46, 0.16, 0.215, -0.30);
            case SHORT_FRINGE -> cap(0.46, 0.30, 0.335, 0.02);
            case LONG_PARTED -> cap(0.62, 0.13, 0.30, 0.04);
            case TIED_BACK -> cap(0.40, 0.175, 0.20, 0.02);
        };
    }

    /**
     * Outside along the skull, inside along the hairline.
     *
     * @param sideY how far down it reaches beside the face
     * @param middleY the hairline at the parting
     * @param templeY the hairline between parting and temples
     * @param partingX where the hair parts
     */
    private static Shape cap(double sideY, double middleY, double templeY, double partingX) {
        Path2D path = new Path2D.Double();
        path.moveTo(-1.05, sideY);
        path.curveTo(-1.16, 0.20, -0.82, 0, 0, 0);
        path.curveTo(0.82, 0, 1.16, 0.20, 1.05, sideY);
        path.curveTo(0.99, sideY, 0.97, sideY - 0.02, 0.965, sideY - 0.06);
        path.curveTo(0.93, templeY + 0.04, 0.80, templeY, 0.62, templeY);
        path.curveTo(0.40, templeY, partingX + 0.22, middleY + 0.03, partingX, middleY);
        path.curveTo(partingX - 0.20, middleY + 0.03, -0.50, templeY, -0.66, templeY + 0.01);
        path.curveTo(-0.82, templeY + 0.02, -0.93, templeY + 0.05, -0.965, sideY - 0.06);
        path.curveTo(-0.97, sideY - 0.02, -0.99, sideY, -1.05, sideY);
        path.closePath();
        return path;
    }
}
