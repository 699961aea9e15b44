package caixiang.layouts.picture;

import java.awt.color.ICC_Profile;
import java.nio.charset.StandardCharsets;

/** The colour space a picture was stored in. Only {@link #toSrgb} leaves it, after the crop, where pixels are few. */
interface SourceColour {

    SourceColour SRGB = picture -> picture;

    Picture toSrgb(Picture picture) throws PictureException;

    /** Sony, HP and the ICC all name their sRGB profiles so; converting from one to the other would only round. */
    static SourceColour of(ICC_Profile profile) {
        boolean isSrgb = new String(profile.getData(), StandardCharsets.ISO_8859_1).contains("sRGB");
        return isSrgb ? SRGB : new IccColour(profile);
    }
}
