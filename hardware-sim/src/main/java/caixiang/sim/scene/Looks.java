package caixiang.sim.scene;

import java.awt.Color;
import java.util.List;
import java.util.SplittableRandom;

/** What a drawn person looks like, chosen by seed. */
record Looks(Color skin, Color hair, HairCut hairCut, Clothes clothes, boolean hasGlasses) {
    private static final List<Color> SKINS = List.of(
            new Color(0xF6D7BE), new Color(0xEFC8A8), new Color(0xE5B48F), new Color(0xD9A27B), new Color(0xC68A63));
    private static final List<Color> HAIRS =
            List.of(new Color(0x14110F), new Color(0x1F1814), new Color(0x2B1F18), new Color(0x3A281D));
    private static final List<Color> JACKETS = List.of(
            new Color(0x23283A), new Color(0x2F2F33), new Color(0x3B2A2E), new Color(0x24392F), new Color(0x4A4E57));
    private static final List<Color> JUMPERS = List.of(
            new Color(0x8E2F35), new Color(0x2F5B4A), new Color(0xE9E4D8), new Color(0x39456B), new Color(0x6B5A3A));
    private static final double GLASSES_SHARE = 0.35;

    /** How the hair falls. */
    enum HairCut {
        SHORT_PARTED,
        SHORT_FRINGE,
        LONG_PARTED,
        TIED_BACK
    }

    /** A jacket over a shirt, or a jumper. */
    record Clothes(boolean isJacket, Color colour) {}

    static Looks of(Sitter sitter) {
        SplittableRandom random = new SplittableRandom(~sitter.seed());
        boolean jacket = random.nextBoolean();
        return new Looks(
                pick(random, SKINS),
                pick(random, HAIRS),
                pick(random, List.of(HairCut.values())),
                new Clothes(jacket, pick(random, jacket ? JACKETS : JUMPERS)),
                random.nextDouble() < GLASSES_SHARE);
    }

    private static <T> T pick(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
