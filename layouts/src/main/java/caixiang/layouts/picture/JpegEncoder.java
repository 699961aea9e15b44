package caixiang.layouts.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;

/** sRGB pixels to a baseline JPEG with full colour resolution (4:4:4) and its dots per inch in the JFIF header. */
final class JpegEncoder {

    private static final String METADATA = "javax_imageio_jpeg_image_1.0";
    private static final int[] BGR = {2, 1, 0};

    private JpegEncoder() {}

    /** Dots per inch may be 1 to 65535, the range of the JFIF field. */
    static JpegBytes encode(Picture picture, int qualityPercent, int dpi) {
        ImageWriter writer = writer();
        var bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(qualityPercent / 100f);
            BufferedImage image = image(picture);
            IIOMetadata metadata = metadata(writer, param, image, dpi);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, metadata), param);
        } catch (IOException e) {
            throw new AssertionError("encoding in memory failed", e);
        } finally {
            writer.dispose();
        }
        return JpegBytes.owning(bytes.toByteArray());
    }

    /** The JDK's own; the other registered one only passes its work on. */
    private static ImageWriter writer() {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.")) {
                return writer;
            }
        }
        throw new AssertionError("this Java has no JPEG writer");
    }

    private static IIOMetadata metadata(ImageWriter writer, ImageWriteParam param, BufferedImage image, int dpi)
            throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
        var root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        Element jfif = only(root, "app0JFIF");
        jfif.setAttribute("resUnits", "1");
        jfif.setAttribute("Xdensity", Integer.toString(dpi));
        jfif.setAttribute("Ydensity", Integer.toString(dpi));
        Element luma = only(root, "componentSpec");
        luma.setAttribute("HsamplingFactor", "1");
        luma.setAttribute("VsamplingFactor", "1");
        metadata.setFromTree(METADATA, root);
        return metadata;
    }

    private static Element only(IIOMetadataNode root, String name) {
        return (Element) root.getElementsByTagName(name).item(0);
    }

    private static BufferedImage image(Picture picture) {
        int width = picture.size().width();
        var buffer = new DataBufferByte(picture.bgr(), picture.bgr().length);
        WritableRaster raster = Raster.createInterleavedRaster(
                buffer, width, picture.size().height(), width * Picture.BANDS, Picture.BANDS, BGR, null);
        ColorModel srgb = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(srgb, raster, false, null);
    }
}
