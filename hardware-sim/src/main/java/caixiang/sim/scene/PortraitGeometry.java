package caixiang.sim.scene;

import java.util.SplittableRandom;

/**
 * Where things are on a drawn frame, in pixels from the top left, so that a test knows the truth.
 *
 * @param headTop y of the top of the head, hair included
 * @param eyeLine y of the pupils
 * @param chin y of the chin's lowest point
 * @param centre x of the middle of the face
 * @param faceHalfWidth from the middle of the face to its widest point, without ears
 */
public record PortraitGeometry(int headTop, int eyeLine, int chin, int centre, int faceHalfWidth) {
    public static final int FRAME_WIDTH = 6000;
    public static final int FRAME_HEIGHT = 4000;

    /** The central 5:7 rectangle, which is an ID portrait by itself: full height, this wide. */
    public static final int PORTRAIT_WIDTH = FRAME_HEIGHT * 5 / 7;

    /** x of the left edge of the central 5:7 rectangle; left of it is room for the code. */
    public static final int PORTRAIT_LEFT = (FRAME_WIDTH - PORTRAIT_WIDTH) / 2;

    /** Of the height from the top of the hair to the chin, eyes lie this far down. */
    private static final double EYES_AT = 0.50;

    /** Where this sitter is drawn. */
    public static PortraitGeometry of(Sitter sitter) {
        SplittableRandom random = new SplittableRandom(sitter.seed());
        int headTop = within(random, 0.105, 0.118, FRAME_HEIGHT);
        int eyeLine = within(random, 0.355, 0.375, FRAME_HEIGHT);
        int chin = headTop + (int) Math.round((eyeLine - headTop) / EYES_AT);
        int centre = FRAME_WIDTH / 2 + random.nextInt(41) - 20;
        return new PortraitGeometry(headTop, eyeLine, chin, centre, within(random, 0.43, 0.47, PORTRAIT_WIDTH) / 2);
    }

    private static int within(SplittableRandom random, double least, double most, int of) {
        return (int) Math.round((least + random.nextDouble() * (most - least)) * of);
    }

    int headHeight() {
        return chin - headTop;
    }
}
