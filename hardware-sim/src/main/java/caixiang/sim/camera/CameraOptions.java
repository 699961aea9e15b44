package caixiang.sim.camera;

import caixiang.sim.camera.body.Card;
import java.time.Duration;

/**
 * How a simulated camera differs from its default.
 *
 * @param port 0 for any free one
 * @param exposureTime from press to file, besides what drawing the picture takes
 * @param firstFileNumber the number of the first file on the card, 1 to 9999
 */
public record CameraOptions(
        int port, String serialNumber, Duration exposureTime, TransferRate rate, int firstFileNumber) {
    /** As long as serial numbers of the D750 are in its DeviceInfo. */
    public static final String DEFAULT_SERIAL_NUMBER = "00000000000000000000000006000001";

    public CameraOptions {
        if (port < 0 || port > 65_535 || firstFileNumber < 1 || firstFileNumber > Card.FILE_NUMBER_MAX) {
            throw new IllegalArgumentException("port " + port + ", first file number " + firstFileNumber);
        }
    }

    public static CameraOptions defaults() {
        return new CameraOptions(0, DEFAULT_SERIAL_NUMBER, Duration.ofMillis(50), TransferRate.FULL, 1);
    }

    public CameraOptions withPort(int newPort) {
        return new CameraOptions(newPort, serialNumber, exposureTime, rate, firstFileNumber);
    }

    public CameraOptions withSerialNumber(String newSerialNumber) {
        return new CameraOptions(port, newSerialNumber, exposureTime, rate, firstFileNumber);
    }

    public CameraOptions withExposureTime(Duration newExposureTime) {
        return new CameraOptions(port, serialNumber, newExposureTime, rate, firstFileNumber);
    }

    public CameraOptions withRate(TransferRate newRate) {
        return new CameraOptions(port, serialNumber, exposureTime, newRate, firstFileNumber);
    }

    public CameraOptions withFirstFileNumber(int newFirstFileNumber) {
        return new CameraOptions(port, serialNumber, exposureTime, rate, newFirstFileNumber);
    }
}
