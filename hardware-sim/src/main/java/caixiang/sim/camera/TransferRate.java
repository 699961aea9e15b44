package caixiang.sim.camera;

/** How fast data goes to the initiator. */
public enum TransferRate {
    /** As fast as the connection takes it. */
    FULL(Long.MAX_VALUE),
    /** As fast as USB 2.0 high speed does in practice. */
    USB2(38_000_000);

    private final long bytesPerSecond;

    TransferRate(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** How many nanoseconds so many bytes take at least. */
    long nanos(long bytes) {
        return this == FULL ? 0 : bytes * 1_000_000_000L / bytesPerSecond;
    }
}
