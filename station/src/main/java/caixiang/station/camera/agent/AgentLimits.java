package caixiang.station.camera.agent;

/**
 * What bounds the agent's work; all times in milliseconds.
 *
 * @param autofocus whether the body focuses before each triggered exposure
 * @param objectMillis from the camera taking the order to its announcing a picture; must cover the longest exposure
 * @param silentMillis longest time without a sign of life in ordinary calls; must exceed libgphoto2's own 2.5 s per exchange
 * @param framesMax after so many frames an idle agent starts afresh
 * @param lifetimeMillis after this time an idle agent starts afresh
 */
public record AgentLimits(boolean autofocus, long objectMillis, long silentMillis, int framesMax, long lifetimeMillis) {
    public static final AgentLimits USUAL = new AgentLimits(true, 8_000, 10_000, 3_000, 12 * 3_600_000L);

    private static final long SILENT_MILLIS_MIN = 3_000;

    public AgentLimits {
        if (objectMillis < 1 || framesMax < 1 || lifetimeMillis < 1) {
            throw new IllegalArgumentException("agent limits must be positive");
        }
        if (silentMillis < SILENT_MILLIS_MIN) {
            throw new IllegalArgumentException("silentMillis must be at least " + SILENT_MILLIS_MIN);
        }
    }
}
