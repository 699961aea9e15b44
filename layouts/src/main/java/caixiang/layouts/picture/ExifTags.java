package caixiang.layouts.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * The three Exif tags that change how a frame looks (CIPA DC-008 §4.6). A damaged Exif block is read as far as it makes
 * sense, because the pixels do not depend on it: offsets are checked, and no list is followed twice.
 */
record ExifTags(ExifOrientation orientation, boolean isAdobeRgb) {

    static final ExifTags NONE = new ExifTags(ExifOrientation.UPRIGHT, false);

    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int COLOUR_SPACE = 0xA001;
    private static final int INTEROPERABILITY_DIRECTORY = 0xA005;
    private static final int INTEROPERABILITY_INDEX = 0x0001;

    private static final int UNCALIBRATED = 0xFFFF;
    private static final int ADOBE_RGB_INDEX = 'R' << 24 | '0' << 16 | '3' << 8;

    private static final int BYTE_ORDER_LITTLE = 'I' << 8 | 'I';
    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    private static final int VALUE_OFFSET = 8;

    /** {@code tiff} starts at the byte-order mark; its limit ends the Exif block. */
    static ExifTags read(ByteBuffer tiff) {
        if (tiff.remaining() < HEADER_BYTES) {
            return NONE;
        }
        ByteBuffer block = tiff.slice();
        boolean little = block.getShort(0) == BYTE_ORDER_LITTLE;
        block.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int main = block.getInt(4);
        OptionalInt orientation = shortValue(block, main, ORIENTATION);
        OptionalInt exif = intValue(block, main, EXIF_DIRECTORY);
        return new ExifTags(
                ExifOrientation.of(orientation.orElse(1)), exif.isPresent() && isAdobeRgb(block, exif.getAsInt()));
    }

    /** Cameras say Adobe RGB by "uncalibrated" and DCF option file index R03, mostly without an ICC profile. */
    private static boolean isAdobeRgb(ByteBuffer block, int exif) {
        OptionalInt interoperability = intValue(block, exif, INTEROPERABILITY_DIRECTORY);
        if (shortValue(block, exif, COLOUR_SPACE).orElse(0) != UNCALIBRATED || interoperability.isEmpty()) {
            return false;
        }
        int entry = entry(block, interoperability.getAsInt(), INTEROPERABILITY_INDEX);
        return entry >= 0
                && block.duplicate().order(ByteOrder.BIG_ENDIAN).getInt(entry + VALUE_OFFSET) == ADOBE_RGB_INDEX;
    }

    private static OptionalInt shortValue(ByteBuffer block, int directory, int tag) {
        int entry = entry(block, directory, tag);
        return entry < 0
                ? OptionalInt.empty()
                : OptionalInt.of(Short.toUnsignedInt(block.getShort(entry + VALUE_OFFSET)));
    }

    private static OptionalInt intValue(ByteBuffer block, int directory, int tag) {
        int entry = entry(block, directory, tag);
        return entry < 0 ? OptionalInt.empty() : OptionalInt.of(block.getInt(entry + VALUE_OFFSET));
    }

    /** Where the 12 bytes of this tag start, or -1. */
    private static int entry(ByteBuffer block, int directory, int tag) {
        if (directory < HEADER_BYTES || directory > block.limit() - 2) {
            return -1;
        }
        int count = Short.toUnsignedInt(block.getShort(directory));
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (entry > block.limit() - ENTRY_BYTES) {
                return -1;
            }
            if (Short.toUnsignedInt(block.getShort(entry)) == tag) {
                return entry;
            }
        }
        return -1;
    }
}
