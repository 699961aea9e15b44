package caixiang.layouts.picture;

import caixiang.layouts.geometry.PixelSize;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;

/** A part of a frame's file to pixels, as stored: not turned, and in the colour space of the file. */
final class JpegDecoder {

    /**
     * libjpeg only warns of broken data and paints grey, so its warnings are errors here. Others, such as a strange JFIF
     * block, leave the pixels alone.
     */
    private static final List<String> FATAL_WARNINGS = List.of("Corrupt JPEG data", "Premature end");

    private JpegDecoder() {}

    /** Pixels as stored, and the way from there to sRGB. */
    record Decoded(Frame frame, Picture picture, SourceColour colour) {

        /** These pixels, or what became of them by scaling, in sRGB. */
        Picture srgb(Picture scaled) throws PictureException {
            try {
                return colour.toSrgb(scaled);
            } catch (PictureException e) {
                throw new PictureException(frame.name() + " " + e.getMessage(), e);
            }
        }
    }

    static Decoded decode(Frame frame, PixelRectangle part) throws PictureException {
        ImageReader reader = reader();
        var warnings = new ArrayList<String>();
        try (ImageInputStream in = new ByteArrayImageInputStream(frame.file().shared())) {
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(in, true, true);
            ImageTypeSpecifier type = storedType(reader);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(part.left(), part.top(), part.width(), part.height()));
            param.setDestinationType(type);
            BufferedImage image = reader.read(0, param);
            refuse(warnings);
            return new Decoded(frame, picture(image, part.size()), colour(frame, type.getColorModel()));
        } catch (IOException | RuntimeException e) {
            // Readers throw unchecked exceptions of many kinds at damaged files; whatever it is, this frame is useless.
            throw new PictureException(frame.name() + " cannot be decoded: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader() {
        try {
            return IIORegistry.getDefaultInstance()
                    .getServiceProviderByClass(JPEGImageReaderSpi.class)
                    .createReaderInstance(null);
        } catch (IOException e) {
            throw new AssertionError("the JPEG reader cannot be made", e);
        }
    }

    /** The reader converts tagged pictures to sRGB by default, whole rows and slowly: ask for the stored numbers. */
    private static ImageTypeSpecifier storedType(ImageReader reader) throws IOException {
        ImageTypeSpecifier best = null;
        for (Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0); types.hasNext(); ) {
            ImageTypeSpecifier type = types.next();
            boolean isPlain = type.getBufferedImageType() == BufferedImage.TYPE_3BYTE_BGR
                    || type.getBufferedImageType() == BufferedImage.TYPE_BYTE_GRAY;
            boolean isStored = !type.getColorModel().getColorSpace().isCS_sRGB();
            boolean isColour = type.getNumBands() == Picture.BANDS;
            if (isPlain && (best == null || (isColour && isStored))) {
                best = type;
            }
        }
        if (best == null) {
            throw new IOException("neither RGB nor grey");
        }
        return best;
    }

    private static void refuse(List<String> warnings) throws IOException {
        for (String warning : warnings) {
            if (isFatal(warning)) {
                throw new IOException(warning);
            }
        }
    }

    /** Whether libjpeg says here that the pixels are not the file's. */
    static boolean isFatal(String warning) {
        return FATAL_WARNINGS.stream().anyMatch(warning::contains);
    }

    /** These pixels of the file, or what became of them by scaling, in sRGB. Nothing is decoded for it. */
    static Picture colour(Frame frame, Picture stored) throws PictureException {
        ImageReader reader = reader();
        try (ImageInputStream in = new ByteArrayImageInputStream(frame.file().shared())) {
            reader.setInput(in, true, true);
            return new Decoded(frame, stored, colour(frame, storedType(reader).getColorModel())).srgb(stored);
        } catch (IOException | RuntimeException e) {
            // As in decode.
            throw new PictureException(frame.name() + " cannot be decoded: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static Picture picture(BufferedImage image, PixelSize size) throws IOException {
        byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        if (image.getWidth() != size.width() || image.getHeight() != size.height()) {
            throw new IOException(
                    "the decoder gave " + image.getWidth() + "×" + image.getHeight() + " pixels of " + size);
        }
        return new Picture(size, image.getRaster().getNumBands() == 1 ? tripled(data) : data);
    }

    static byte[] tripled(byte[] grey) {
        var bgr = new byte[Math.multiplyExact(grey.length, Picture.BANDS)];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = grey[i / Picture.BANDS];
        }
        return bgr;
    }

    /** The reader drops a profile it cannot use; guessing then would give wrong colours that look right. */
    private static SourceColour colour(Frame frame, ColorModel model) throws IOException {
        boolean isColour = model.getNumComponents() == Picture.BANDS;
        ColorSpace space = model.getColorSpace();
        if (isColour && !space.isCS_sRGB() && space instanceof ICC_ColorSpace profiled) {
            return SourceColour.of(profiled.getProfile());
        }
        if (frame.header().exif().isAdobeRgb()) {
            return new AdobeRgbColour();
        }
        if (isColour && !frame.header().isSrgb()) {
            throw new IOException("its colour profile is damaged");
        }
        return SourceColour.SRGB;
    }
}
