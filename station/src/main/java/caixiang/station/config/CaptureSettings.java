package caixiang.station.config;

import java.time.Duration;

/**
 * The limits of a press.
 *
 * @param deadline from the press to its outcome; later the shot is late, never repeated
 * @param bodyPressSettling how long before the camera's announcement the shutter of a body press may have fired; if two
 *     people were current within that time, the frame is nobody's for certain
 * @param freeSpaceMinBytes a press is refused when the archive's disk has less
 */
public record CaptureSettings(Duration deadline, Duration bodyPressSettling, long freeSpaceMinBytes) {}
