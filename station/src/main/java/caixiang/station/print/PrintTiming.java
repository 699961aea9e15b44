package caixiang.station.print;

import java.time.Duration;

/**
 * How often the printer is asked, and how long is waited.
 *
 * @param following between two looks at jobs that are on the printer
 * @param idle between two looks at the printer when nothing is to be printed
 * @param retryMax the longest pause while the printer cannot be reached; pauses double up to it
 * @param settling how long after an attempt a job that is not on the printer may still turn up on it
 * @param doubtMax how long a doubtful sheet is looked for; then somebody has to decide
 * @param stuck how long a sheet may be on a printer that does not say why it takes so long
 */
public record PrintTiming(
        Duration following, Duration idle, Duration retryMax, Duration settling, Duration doubtMax, Duration stuck) {

    public static PrintTiming usual() {
        return new PrintTiming(
                Duration.ofMillis(700),
                Duration.ofSeconds(3),
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Duration.ofMinutes(3));
    }
}
