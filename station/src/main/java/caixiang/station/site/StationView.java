package caixiang.station.site;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A station of the site as the others see it.
 *
 * @param address where its console is, on its own computer
 * @param isAlive whether it has reported within its lease
 * @param seen when it last reported, by the shared database's clock
 * @param current the number before it
 * @param isThis whether it is the one asked
 * @param clockLeadMillis how far its clock is ahead of that of the shared database; empty until they were compared
 */
public record StationView(
        String name,
        String address,
        boolean isAlive,
        Instant seen,
        OptionalInt current,
        boolean isThis,
        OptionalLong clockLeadMillis) {

    /** Whether its clock is so far from that of the site's database that somebody must set it. */
    public boolean isClockOff() {
        return clockLeadMillis.isPresent() && ClockLead.isOff(clockLeadMillis.getAsLong());
    }

    /** Whether a screen would show both alike. */
    boolean looksLike(StationView other) {
        return name.equals(other.name)
                && address.equals(other.address)
                && isAlive == other.isAlive
                && current.equals(other.current)
                && isClockOff() == other.isClockOff();
    }
}
