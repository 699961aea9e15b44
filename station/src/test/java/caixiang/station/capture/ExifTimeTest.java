package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExifTimeTest {
    private static final String TIME = "2026:11:22 09:10:11";

    @ParameterizedTest(name = "{0}, {1} → {2}")
    @CsvSource(nullValues = "-", textBlock = """
            2026:11:22 09:10:11, 45,  2026-11-22T09:10:11.450Z
            2026:11:22 09:10:11, 5,   2026-11-22T09:10:11.500Z
            2026:11:22 09:10:11, 045, 2026-11-22T09:10:11.045Z
            2026:11:22 09:10:11, xx,  2026-11-22T09:10:11Z
            0000:00:00 00:00:00, 00,  -
            2026-11-22 09:10:11, 00,  -
            """)
    void theMomentOfExposureIsReadInBothByteOrders(String time, String fraction, Instant expected) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            assertEquals(Optional.ofNullable(expected), ExifTime.of(jpeg(order, time, fraction)), order.toString());
        }
    }

    @Test
    void onlyTheHeadOfAFileIsRead(@TempDir Path folder) throws Exception {
        byte[] head = jpeg(ByteOrder.LITTLE_ENDIAN, TIME, "12");
        Path file = Files.write(folder.resolve("a.jpg"), Arrays.copyOf(head, 5_000_000));

        assertEquals(Optional.of(Instant.parse("2026-11-22T09:10:11.120Z")), ExifTime.read(file));
        assertEquals(Optional.empty(), ExifTime.read(folder.resolve("missing.jpg")));
    }

    /** Whatever a camera or a bad card writes, it only means that there is no time. */
    @Test
    void damagedBytesAreNoTime() {
        byte[] good = jpeg(ByteOrder.BIG_ENDIAN, TIME, "12");
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int n = random.nextInt(4); n >= 0 && bad.length > 0; n--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            assertDoesNotThrow(() -> ExifTime.of(bad));
        }
    }

    /** SOI, an empty APP0, and APP1 with IFD0 (one pointer) and the EXIF directory (two texts). */
    private static byte[] jpeg(ByteOrder order, String time, String fraction) {
        ByteBuffer tiff = ByteBuffer.allocate(200).order(order);
        tiff.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        tiff.putShort((short) 42).putInt(8);
        tiff.putShort((short) 1);
        entry(tiff, 0x8769, 4, 1).putInt(26);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        entry(tiff, 0x9003, 2, time.length() + 1).putInt(60);
        entry(tiff, 0x9291, 2, fraction.length() + 1)
                .put(Arrays.copyOf(fraction.getBytes(StandardCharsets.US_ASCII), 4));
        tiff.position(60);
        tiff.put(time.getBytes(StandardCharsets.US_ASCII));

        ByteBuffer jpeg = ByteBuffer.allocate(2 + 4 + 4 + 6 + tiff.capacity() + 2);
        jpeg.putShort((short) 0xFFD8).putShort((short) 0xFFE0).putShort((short) 2);
        jpeg.putShort((short) 0xFFE1).putShort((short) (2 + 6 + tiff.capacity()));
        jpeg.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(tiff.array()).putShort((short) 0xFFD9);
        return jpeg.array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }
}
