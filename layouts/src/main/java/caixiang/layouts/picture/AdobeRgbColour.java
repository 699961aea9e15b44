package caixiang.layouts.picture;

/**
 * Adobe RGB (1998) as cameras mean it by Exif alone, without a profile: gamma 563/256 and a matrix, both with the white
 * of D65, so that only the primaries and the curve change. The numbers are those of the Adobe RGB (1998) and IEC
 * 61966-2-1 definitions.
 */
final class AdobeRgbColour implements SourceColour {

    private static final double GAMMA = 563.0 / 256;
    private static final int STEPS = 4096;

    /** Linear Adobe RGB to linear sRGB, rows red, green, blue; each row sums to 1, so grey stays grey. */
    private static final float[][] MATRIX = {
        {1.39836f, -0.39836f, 0f},
        {0f, 1f, 0f},
        {0f, -0.04293f, 1.04293f}
    };

    private static final float[] LINEAR = linear();
    private static final byte[] SRGB_CURVE = srgbCurve();

    @Override
    public Picture toSrgb(Picture picture) {
        byte[] source = picture.bgr();
        var target = new byte[source.length];
        for (int i = 0; i < source.length; i += Picture.BANDS) {
            float blue = LINEAR[Byte.toUnsignedInt(source[i])];
            float green = LINEAR[Byte.toUnsignedInt(source[i + 1])];
            float red = LINEAR[Byte.toUnsignedInt(source[i + 2])];
            for (int band = 0; band < Picture.BANDS; band++) {
                float[] row = MATRIX[Picture.BANDS - 1 - band];
                target[i + band] = curved(row[0] * red + row[1] * green + row[2] * blue);
            }
        }
        return new Picture(picture.size(), target);
    }

    private static byte curved(float linear) {
        return SRGB_CURVE[Math.max(0, Math.min(STEPS, Math.round(linear * STEPS)))];
    }

    private static float[] linear() {
        var table = new float[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) Math.pow(i / 255.0, GAMMA);
        }
        return table;
    }

    private static byte[] srgbCurve() {
        var table = new byte[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double linear = (double) i / STEPS;
            double curved = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
            table[i] = (byte) Math.round(curved * 255);
        }
        return table;
    }
}
