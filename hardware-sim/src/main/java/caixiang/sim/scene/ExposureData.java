package caixiang.sim.scene;

import java.time.LocalDateTime;

/** What the camera writes into the picture: when, which body, which settings. */
public record ExposureData(LocalDateTime at, Body body, Settings settings) {
    /** The body's nameplate, as in its DeviceInfo. */
    public record Body(String make, String model, String serialNumber) {}

    /** Settings in PTP's units: f-number times 100, seconds times 10 000, ISO speed. */
    public record Settings(int fNumberHundredths, long exposureTenThousandths, int iso) {}
}
