package caixiang.station.camera.supervisor;

import caixiang.sim.scene.ExposureData;
import caixiang.sim.scene.Frame;
import caixiang.sim.scene.Jpeg;
import caixiang.sim.scene.LatentImage;
import caixiang.sim.scene.Scene;
import java.util.HexFormat;
import java.util.Random;

/** Files of a chosen size with a JPEG's head and tail and noise between; each differs from all others. */
final class RandomFrames implements Scene {
    /** SOI and a frame header (ITU-T T.81 §B.2.2) of 6000 × 4000. */
    private static final byte[] HEAD = HexFormat.of().parseHex("ffd8ffc00011080fa01770030122000211010311" + "01ffda");

    private final int sizeBytes;
    private long nonce;

    RandomFrames(int sizeBytes) {
        this.sizeBytes = sizeBytes;
    }

    @Override
    public synchronized LatentImage expose(ExposureData data) {
        long mine = ++nonce;
        return () -> {
            byte[] bytes = new byte[sizeBytes];
            new Random(mine).nextBytes(bytes);
            System.arraycopy(HEAD, 0, bytes, 0, HEAD.length);
            bytes[sizeBytes - 2] = (byte) 0xFF;
            bytes[sizeBytes - 1] = (byte) 0xD9;
            return new Frame(mine, "noise", Jpeg.of(bytes));
        };
    }
}
