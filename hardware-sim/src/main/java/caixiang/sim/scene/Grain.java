package caixiang.sim.scene;

import java.util.Random;

/**
 * Sensor noise: without it a drawing compresses to a tenth of what a camera's JPEG has. The same for each frame of a
 * sitter, so that a frame need not be drawn anew for its code.
 */
final class Grain {
    private static final int TABLE_SIZE = 1 << 16;
    private static final double DEVIATION = 3.5;

    private Grain() {}

    /** Adds noise to interleaved 8-bit samples of three channels: the same to all three, as most of a sensor's is. */
    static void add(byte[] samples, long seed) {
        byte[] noise = table(seed);
        int state = (int) seed | 1;
        for (int i = 0; i + 2 < samples.length; i += 3) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            int n = noise[state >>> 16];
            samples[i] = shifted(samples[i], n);
            samples[i + 1] = shifted(samples[i + 1], n);
            samples[i + 2] = shifted(samples[i + 2], n);
        }
    }

    private static byte shifted(byte sample, int by) {
        int value = (sample & 0xFF) + by;
        return (byte) Math.max(0, Math.min(255, value));
    }

    private static byte[] table(long seed) {
        Random random = new Random(seed);
        byte[] table = new byte[TABLE_SIZE];
        for (int i = 0; i < TABLE_SIZE; i++) {
            table[i] = (byte) Math.round(random.nextGaussian() * DEVIATION);
        }
        return table;
    }
}
