package caixiang.station.site;

import caixiang.station.store.Stations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Compares a station's clock with that of the site's database. */
public final class SiteClock {
    private SiteClock() {}

    /** One question on a connection that is open. */
    public static ClockLead compare(Handle site, Clock own) {
        Instant asked = own.instant();
        long begun = System.nanoTime();
        Instant answered = new Stations(site).now();
        return ClockLead.of(asked, Duration.ofNanos(System.nanoTime() - begun), answered);
    }
}
