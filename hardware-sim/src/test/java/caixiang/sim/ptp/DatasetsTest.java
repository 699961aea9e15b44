package caixiang.sim.ptp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DatasetsTest {
    /** The first bytes are from a trace of libgphoto2 2.5.30 reading the ISO speed. */
    @Test
    void anEnumeratedPropertyIsAsLibgphoto2ReadsIt() {
        PropertyForm form = new PropertyForm.Enumeration(
                LongStream.of(100, 125, 160).mapToObj(PropertyValue::of).toList());
        DevicePropDesc iso =
                new DevicePropDesc(PropertyCode.EXPOSURE_INDEX, DataType.UINT16, true, PropertyValue.of(100), form);
        assertEquals(
                "0f50 0400 01 6400 6400 02 0300 6400 7d00 a000".replace(" ", ""),
                hex(iso.encode(PropertyValue.of(100))));
    }

    @Test
    void aRangePropertyHasMinimumMaximumAndStep() {
        DevicePropDesc battery = new DevicePropDesc(
                PropertyCode.BATTERY_LEVEL,
                DataType.UINT8,
                false,
                PropertyValue.of(100),
                new PropertyForm.Range(1, 100, 1));
        assertEquals("0150020000645a01016401", hex(battery.encode(PropertyValue.of(90))));
    }

    @Test
    void formsAllowOnlyWhatTheySay() {
        PropertyForm range = new PropertyForm.Range(2, 10, 4);
        assertTrue(range.allows(PropertyValue.of(6)));
        assertFalse(range.allows(PropertyValue.of(7)));
        assertFalse(range.allows(PropertyValue.of(14)));
        PropertyForm texts = new PropertyForm.Enumeration(List.of(PropertyValue.of("6000x4000")));
        assertFalse(texts.allows(PropertyValue.of("1x1")));
    }

    @Test
    void aValueThatDoesNotFitItsTypeIsOurMistake() {
        PtpWriter writer = new PtpWriter();
        assertThrows(IllegalArgumentException.class, () -> DataType.UINT8.write(writer, PropertyValue.of(256)));
        assertThrows(IllegalArgumentException.class, () -> DataType.INT16.write(writer, PropertyValue.of(32_768)));
        assertThrows(IllegalArgumentException.class, () -> DataType.UINT32.write(writer, PropertyValue.of(-1)));
    }

    /** libgphoto2 reads the size at 8, width and height at 26 and 30, the parent at 38 and the name at 52. */
    @Test
    void objectInfoHasItsFieldsWhereTheStandardPutsThem() throws MalformedPacketException {
        ObjectInfo info = new ObjectInfo(
                new ObjectInfo.Place(0x0001_0001, 0x0B00_0002),
                new ObjectInfo.Content(ObjectFormat.EXIF_JPEG, 7_654_321, new ObjectInfo.Picture(6000, 4000, 0)),
                ObjectInfo.Picture.NONE,
                "DSC_0001.JPG",
                LocalDateTime.of(2026, 6, 1, 9, 8, 7));
        PtpReader reader = new PtpReader(info.encode());
        assertEquals(0x0001_0001, reader.u32());
        assertEquals(0x3801, reader.u16());
        assertEquals(0, reader.u16());
        assertEquals(7_654_321, reader.u32());
        reader.bytes(14); // thumbnail: none
        assertEquals(6000, reader.u32());
        assertEquals(4000, reader.u32());
        assertEquals(24, reader.u32());
        assertEquals(0x0B00_0002, reader.u32());
        reader.bytes(10); // association type and description, sequence number
        assertEquals("DSC_0001.JPG", reader.string());
        assertEquals("20260601T090807", reader.string());
        assertEquals("20260601T090807", reader.string());
        assertEquals("", reader.string());
        reader.end();
    }

    @Test
    void deviceInfoHasItsFieldsInTheOrderOfTheStandard() throws MalformedPacketException {
        DeviceInfo info = new DeviceInfo(
                new DeviceInfo.VendorExtension(0x0A, 100, "ext"),
                new DeviceInfo.Supported(
                        List.of(OperationCode.GET_DEVICE_INFO),
                        List.of(EventCode.OBJECT_ADDED),
                        List.of(PropertyCode.BATTERY_LEVEL),
                        List.of(ObjectFormat.EXIF_JPEG),
                        List.of()),
                new DeviceInfo.Identity("Nikon Corporation", "D750", "V1.15", "6000001"));
        PtpReader reader = new PtpReader(info.encode());
        assertEquals(100, reader.u16());
        assertEquals(0x0A, reader.u32());
        assertEquals(100, reader.u16());
        assertEquals("ext", reader.string());
        assertEquals(0, reader.u16());
        assertEquals(List.of(0x1001), reader.u16Array());
        assertEquals(List.of(0x4002), reader.u16Array());
        assertEquals(List.of(0x5001), reader.u16Array());
        assertEquals(List.of(0x3801), reader.u16Array());
        assertEquals(List.of(), reader.u16Array());
        assertEquals("Nikon Corporation", reader.string());
        assertEquals("D750", reader.string());
        assertEquals("V1.15", reader.string());
        assertEquals("6000001", reader.string());
        reader.end();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
