package caixiang.layouts.picture;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Colour by the ICC profile embedded in the file. */
record IccColour(ICC_Profile profile) implements SourceColour {

    private static final int[] BGR = {2, 1, 0};

    @Override
    public Picture toSrgb(Picture picture) throws PictureException {
        var target = new byte[picture.bgr().length];
        var profiles = new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        try {
            new ColorConvertOp(profiles, null).filter(raster(picture, picture.bgr()), raster(picture, target));
        } catch (CMMException | IllegalArgumentException e) {
            throw new PictureException("has a colour profile that cannot be used: " + e.getMessage(), e);
        }
        return new Picture(picture.size(), target);
    }

    private static WritableRaster raster(Picture picture, byte[] bgr) {
        DataBuffer buffer = new DataBufferByte(bgr, bgr.length);
        int width = picture.size().width();
        return Raster.createInterleavedRaster(
                buffer, width, picture.size().height(), width * Picture.BANDS, Picture.BANDS, BGR, null);
    }
}
