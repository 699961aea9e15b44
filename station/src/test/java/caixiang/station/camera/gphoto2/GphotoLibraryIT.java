package caixiang.station.camera.gphoto2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import com.sun.jna.Native;
import com.sun.jna.Structure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The installed libgphoto2, without a camera. */
@Timeout(60)
class GphotoLibraryIT {
    @BeforeAll
    static void needsLibrary() {
        InstalledLibrary.require();
    }

    @Test
    void libraryLoadsAndNamesAVersionNewEnough() throws CameraException {
        String version = GphotoLibrary.load().version();
        assertTrue(version.matches("2\\.5\\.\\d+.*"), version);
    }

    @Test
    void searchOfTheBusesFindsNothingOnTheNetwork() throws CameraException {
        assertTrue(GphotoLibrary.load().detect().stream()
                .noneMatch(camera -> camera.port().startsWith("ptpip:")));
    }

    @Test
    void portWhereNobodyListensIsNotFound() throws CameraException, IOException {
        GphotoLibrary library = GphotoLibrary.load();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        DetectedCamera nobody = new DetectedCamera("PTP/IP Camera", "ptpip:127.0.0.1:" + port + ":" + port);
        var e = assertThrows(CameraException.class, () -> library.open(nobody));
        assertEquals(CameraFault.NOT_FOUND, e.fault());
    }

    @Test
    void unknownDriverIsNotFound() throws CameraException {
        GphotoLibrary library = GphotoLibrary.load();
        var e = assertThrows(
                CameraException.class, () -> library.open(new DetectedCamera("No Such Camera", "usb:001,001")));
        assertEquals(CameraFault.NOT_FOUND, e.fault());
    }

    @Test
    void driverDescriptionHasItsSizeInC() {
        assertEquals(2504, Structure.newInstance(CameraAbilities.class).size());
        assertEquals(8, Native.POINTER_SIZE, "the layouts are those of 64-bit Linux");
    }
}
