package caixiang.station.site;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A station of the site as the others see it.
 *
 * @param address where its console is, on its own computer
 * @param isAlive whether it has reported within its lease
 * @param seen when it last reported, by the shared database's clock
 * @param current the number before it
 * @param isThis whether it is the one asked
 */
public record StationView(
        String name, String address, boolean isAlive, Instant seen, OptionalInt current, boolean isThis) {

    /** Whether a screen would show both alike. */
    boolean looksLike(StationView other) {
        return name.equals(other.name)
                && address.equals(other.address)
                && isAlive == other.isAlive
                && current.equals(other.current);
    }
}
