package caixiang.station.camera.gphoto2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and texts as libgphoto2 2.5.30 was seen to give them. */
class GphotoResultTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gp_camera_trigger_capture |   -1 |                                                         | UNKNOWN
            gp_camera_trigger_capture |   -1 | Out of Focus                                            | OUT_OF_FOCUS
            gp_camera_trigger_capture |   -1 | Canon EOS Capture failed to release: Perhaps no focus?  | OUT_OF_FOCUS
            gp_camera_trigger_capture |   -1 | PTP Store Full                                          | CARD_FULL
            gp_camera_trigger_capture |   -3 | Camera memorycard ran full during capture.              | CARD_FULL
            gp_camera_trigger_capture |   -3 |                                                         | CARD_FULL
            gp_camera_trigger_capture | -115 |                                                         | CARD_FULL
            gp_camera_trigger_capture |   -1 | PTP Store Not Available                                 | NO_CARD
            gp_camera_trigger_capture |   -1 | Liveview cannot start: Battery exhausted                | BATTERY_EMPTY
            gp_camera_trigger_capture | -110 | PTP Device Busy                                         | BUSY
            gp_camera_trigger_capture |   -6 | Sorry, your camera does not support generic capture     | UNSUPPORTED
            gp_camera_wait_for_event  |   -7 | PTP I/O Error                                           | DISCONNECTED
            gp_camera_wait_for_event  |  -10 | PTP Timeout                                             | DISCONNECTED
            gp_camera_file_get        |   -1 | PTP General Error                                       | DISCONNECTED
            gp_camera_file_get        |   -1 | PTP Session Not Open                                    | DISCONNECTED
            gp_camera_file_get        | -108 |                                                         | UNKNOWN
            gp_camera_init            |   -7 |                                                         | NOT_FOUND
            gp_camera_init            |  -10 |                                                         | NOT_FOUND
            gp_camera_init            |   -1 |                                                         | IN_USE
            gp_camera_init            |  -53 | Could not claim the USB device                          | IN_USE
            gp_camera_init            | -105 |                                                         | NOT_FOUND
            """)
    void numberAndTextsTellTheFault(String call, int code, String text, CameraFault fault) {
        List<String> texts = text == null ? List.of() : List.of(text);
        assertEquals(fault, GphotoResult.fault(call, code, texts));
    }

    @Test
    void everyTextOfACallCountsNotOnlyTheLast() {
        assertEquals(
                CameraFault.CARD_FULL,
                GphotoResult.fault("gp_camera_set_config", -1, List.of("PTP Store Full", "Property not set.")));
    }

    @Test
    void messageNamesCallNumberAndTexts() {
        var e = assertThrows(
                CameraException.class,
                () -> GphotoResult.check(-110, "gp_camera_trigger_capture", List.of("PTP Device Busy", "more")));
        assertEquals("BUSY: gp_camera_trigger_capture returned -110 (PTP Device Busy; more)", e.getMessage());
    }

    @Test
    void numbersFromZeroOnAreResults() throws CameraException {
        assertEquals(0, GphotoResult.check(0, "gp_list_count"));
        assertEquals(7, GphotoResult.check(7, "gp_list_count"));
    }
}
