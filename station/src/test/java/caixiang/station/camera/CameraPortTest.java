package caixiang.station.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CameraPortTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            auto                     | auto
            usb:                     | usb:
            usb:001,004              | usb:001,004
            ptpip:192.168.1.20       | ptpip:192.168.1.20:15740
            ptpip:127.0.0.1:5000     | ptpip:127.0.0.1:5000
            ptpip:camera-2.local:1   | ptpip:camera-2.local:1
            """)
    void everyFormIsReadAndWrittenBack(String text, String full) {
        CameraPort port = CameraPort.parse(text);
        assertEquals(full, port.toString());
        assertEquals(port, CameraPort.parse(full));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AUTO",
                "usb",
                "usb:1,4",
                "usb:001,004,",
                "ptpip:",
                "ptpip:host:0",
                "ptpip:host:65536",
                "ptpip:host:99999",
                "ptpip:[::1]",
                "ptpip:a b",
                "ptpip:h:1:2",
                "serial:/dev/ttyS0",
                "none"
            })
    void anythingElseIsRefusedWithWhatIsAllowed(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> CameraPort.parse(text));
        assertTrue(String.valueOf(refusal.getMessage()).contains("ptpip:HOST:PORT"));
    }

    @Test
    void hostOfExcessiveLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CameraPort.parse("ptpip:" + "a".repeat(254)));
    }
}
