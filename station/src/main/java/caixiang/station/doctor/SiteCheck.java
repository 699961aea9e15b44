package caixiang.station.doctor;

import caixiang.station.site.ClockLead;
import caixiang.station.site.SiteClock;
import caixiang.station.store.SharedAddress;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the site's database can be reached, and whether this clock agrees with its clock.
 *
 * @param address empty when the station works alone; then there is nothing to look at
 */
record SiteCheck(Optional<SharedAddress> address, Clock clock) implements Check {
    private static final String SUBJECT = "site";

    @Override
    public List<Finding> look() {
        return address.map(this::look).map(List::of).orElse(List.of());
    }

    private Finding look(SharedAddress site) {
        try (SharedDatabase database = SharedDatabase.at(site, clock)) {
            return judge(Waiting.forResult(database.read(handle -> SiteClock.compare(handle, clock))));
        } catch (StoreException e) {
            return Finding.fault(
                    SUBJECT,
                    "连不上总库（%s）；请检查网络、那台电脑和设置 shared".formatted(site),
                    e.getMessage() + "; check the setting shared, too");
        }
    }

    static Finding judge(ClockLead lead) {
        String seconds = String.format(Locale.ROOT, "%.1f", Math.abs(lead.millis()) / 1000.0);
        boolean isFast = lead.millis() > 0;
        if (lead.isOff()) {
            return Finding.warning(
                    SUBJECT,
                    "总库已连上，但本机时钟比总库%s %s 秒；请校准较不准的那台".formatted(isFast ? "快" : "慢", seconds),
                    "the site's database answers, but this clock is %s s %s; set the one of the two that is wrong"
                            .formatted(seconds, isFast ? "ahead of it" : "behind it"));
        }
        return Finding.well(
                SUBJECT,
                "总库已连上，时钟相差 %s 秒".formatted(seconds),
                "the site's database answers; the clocks differ by %s s".formatted(seconds));
    }
}
