package caixiang.layouts.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.layouts.geometry.PixelSize;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResamplerTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Weights that do not sum to 1 would show as a lighter or darker picture, mostly at the borders. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onePlainColourStaysThatColourAtAnyRatio(long seed) {
        var random = new Random(seed);
        int colour = random.nextInt(1 << 24);
        Picture source = TestFiles.picture(size(random), (x, y) -> colour);
        PixelSize out = size(random);
        Picture expected = TestFiles.picture(out, (x, y) -> colour);
        for (Kernel kernel : Kernel.values()) {
            assertSame(expected, Resampler.scale(source, out, kernel), 0);
        }
    }

    /** Against the plain double sum over all source pixels, which needs no windows, rings or separate axes. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theQuickWayGivesWhatTheDefinitionGives(long seed) {
        var random = new Random(seed);
        Picture source = TestFiles.picture(size(random), (x, y) -> random.nextInt(1 << 24));
        PixelSize out = size(random);
        Kernel kernel = random.nextBoolean() ? Kernel.LANCZOS3 : Kernel.TENT;
        assertSame(byDefinition(source, out, kernel), Resampler.scale(source, out, kernel), 1);
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void theSameSizeIsTheSamePicture(Kernel kernel) {
        Picture source = TestFiles.picture(new PixelSize(17, 9), (x, y) -> x * 1000 + y);
        assertSame(source, Resampler.scale(source, source.size(), kernel), 0);
    }

    private static PixelSize size(Random random) {
        return new PixelSize(1 + random.nextInt(40), 1 + random.nextInt(40));
    }

    private static Picture byDefinition(Picture source, PixelSize out, Kernel kernel) {
        double scaleX = (double) source.size().width() / out.width();
        double scaleY = (double) source.size().height() / out.height();
        return TestFiles.picture(out, (x, y) -> {
            var sums = new double[4];
            for (int v = 0; v < source.size().height(); v++) {
                double down = kernel.weight((v + 0.5 - (y + 0.5) * scaleY) / Math.max(1, scaleY));
                for (int u = 0; u < source.size().width(); u++) {
                    double weight = down * kernel.weight((u + 0.5 - (x + 0.5) * scaleX) / Math.max(1, scaleX));
                    sums[3] += weight;
                    for (int band = 0; band < Picture.BANDS; band++) {
                        int at = (v * source.size().width() + u) * Picture.BANDS + band;
                        sums[band] += weight * Byte.toUnsignedInt(source.bgr()[at]);
                    }
                }
            }
            return level(sums[2] / sums[3]) << 16 | level(sums[1] / sums[3]) << 8 | level(sums[0] / sums[3]);
        });
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static void assertSame(Picture expected, Picture actual, int tolerance) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.bgr().length; i++) {
            assertEquals(
                    Byte.toUnsignedInt(expected.bgr()[i]), Byte.toUnsignedInt(actual.bgr()[i]), tolerance, "byte " + i);
        }
    }
}
