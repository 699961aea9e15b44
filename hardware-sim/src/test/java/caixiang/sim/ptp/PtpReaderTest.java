package caixiang.sim.ptp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PtpReaderTest {
    @Test
    void numbersAreLittleEndian() throws MalformedPacketException {
        PtpReader reader = reader("01 0210 0000000b ffffffffffffff7f");
        assertEquals(0x01, reader.u8());
        assertEquals(0x1002, reader.u16());
        assertEquals(0x0b000000, reader.u32());
        assertEquals(Long.MAX_VALUE, reader.u64());
        reader.end();
    }

    @Test
    void aStringsCountIncludesItsNul() throws MalformedPacketException {
        assertEquals("D750", reader("05 4400 3700 3500 3000 0000").string());
        assertEquals("", reader("00").string());
    }

    @ParameterizedTest
    @ValueSource(strings = {"05 4400", "02 4400 4400", "ff"})
    void aStringThatIsShortOrHasNoNulIsRefused(String hex) {
        assertThrows(MalformedPacketException.class, () -> reader(hex).string());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffff", "00000080 0000", "02000000 0100", "000000"})
    void anArrayThatClaimsMoreThanThereIsAllocatesNothing(String hex) {
        assertThrows(MalformedPacketException.class, () -> reader(hex).u16Array());
        assertThrows(MalformedPacketException.class, () -> reader(hex).u32Array());
    }

    @Test
    void bytesBehindTheEndAreRefused() throws MalformedPacketException {
        PtpReader reader = reader("0102");
        assertEquals(1, reader.u8());
        assertThrows(MalformedPacketException.class, reader::end);
    }

    private static PtpReader reader(String hex) {
        return new PtpReader(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
