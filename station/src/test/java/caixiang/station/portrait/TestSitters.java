package caixiang.station.portrait;

import caixiang.layouts.picture.JpegBytes;
import caixiang.sim.scene.ExposureData;
import caixiang.sim.scene.PortraitGeometry;
import caixiang.sim.scene.Resolution;
import caixiang.sim.scene.Sitter;
import caixiang.sim.scene.Studio;
import java.io.IOException;
import java.time.LocalDateTime;

/** Frames of drawn sitters whose geometry is known. */
public final class TestSitters implements AutoCloseable {
    private static final ExposureData EXPOSURE = new ExposureData(
            LocalDateTime.of(2026, 5, 11, 9, 0),
            new ExposureData.Body("NIKON", "D750", "1"),
            new ExposureData.Settings(800, 80, 100));

    private final Studio studio;

    public TestSitters(double megapixels) {
        studio = new Studio(Resolution.ofMegapixels(megapixels));
    }

    public JpegBytes frame(Sitter sitter) throws IOException {
        studio.seat(sitter);
        return JpegBytes.of(studio.expose(EXPOSURE).develop().jpeg().bytes());
    }

    public static Sitter sitter(long seed) {
        return new Sitter("person-" + seed, "", seed);
    }

    /** How many pixels of a full frame one pixel of a frame of this width is. */
    public static double fullFrame(int width) {
        return (double) PortraitGeometry.FRAME_WIDTH / width;
    }

    @Override
    public void close() {
        studio.close();
    }
}
