package caixiang.sim.camera;

import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.camera.body.Card;
import caixiang.sim.camera.body.Negatives;
import caixiang.sim.scene.RawFile;
import java.time.Duration;

/**
 * How a simulated camera differs from its default.
 *
 * @param port 0 for any free one
 * @param exposureTime from press to file, besides what drawing the picture takes
 * @param contents what lies on its card at first, and how it writes RAW files
 */
public record CameraOptions(
        int port, String serialNumber, Duration exposureTime, TransferRate rate, CameraBody.Contents contents) {
    /** As long as serial numbers of the D750 are in its DeviceInfo. */
    public static final String DEFAULT_SERIAL_NUMBER = "00000000000000000000000006000001";

    /** As many as fill one folder of a card. */
    public static final int OLD_FILES_MAX = Card.FILE_NUMBER_MAX;

    /** No body writes larger ones. */
    public static final int RAW_BYTES_MAX = 200 << 20;

    public CameraOptions {
        int first = contents.firstFileNumber();
        int oldFiles = contents.oldFiles();
        int raw = contents.negatives().bytes();
        if (port < 0 || port > 65_535 || first < 1 || first > Card.FILE_NUMBER_MAX) {
            throw new IllegalArgumentException("port " + port + ", first file number " + first);
        }
        if (oldFiles < 0 || oldFiles > OLD_FILES_MAX || raw < RawFile.BYTES_MIN || raw > RAW_BYTES_MAX) {
            throw new IllegalArgumentException("old files " + oldFiles + ", RAW bytes " + raw);
        }
    }

    public static CameraOptions defaults() {
        Negatives negatives = new Negatives(RawFile.TYPICAL_BYTES, false);
        return new CameraOptions(
                0,
                DEFAULT_SERIAL_NUMBER,
                Duration.ofMillis(50),
                TransferRate.FULL,
                new CameraBody.Contents(1, 0, negatives));
    }

    public CameraOptions withPort(int newPort) {
        return new CameraOptions(newPort, serialNumber, exposureTime, rate, contents);
    }

    public CameraOptions withSerialNumber(String newSerialNumber) {
        return new CameraOptions(port, newSerialNumber, exposureTime, rate, contents);
    }

    public CameraOptions withExposureTime(Duration newExposureTime) {
        return new CameraOptions(port, serialNumber, newExposureTime, rate, contents);
    }

    public CameraOptions withRate(TransferRate newRate) {
        return new CameraOptions(port, serialNumber, exposureTime, newRate, contents);
    }

    public CameraOptions withFirstFileNumber(int newFirstFileNumber) {
        return withContents(new CameraBody.Contents(newFirstFileNumber, contents.oldFiles(), contents.negatives()));
    }

    /** With so many files of another day on the card. */
    public CameraOptions withOldFiles(int newOldFiles) {
        return withContents(new CameraBody.Contents(contents.firstFileNumber(), newOldFiles, contents.negatives()));
    }

    public CameraOptions withNegatives(Negatives newNegatives) {
        return withContents(new CameraBody.Contents(contents.firstFileNumber(), contents.oldFiles(), newNegatives));
    }

    private CameraOptions withContents(CameraBody.Contents newContents) {
        return new CameraOptions(port, serialNumber, exposureTime, rate, newContents);
    }
}
