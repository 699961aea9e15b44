package caixiang.station.site.merge;

import caixiang.station.sitting.SittingStatus;
import java.util.Optional;

/**
 * A number as one database has it.
 *
 * @param station who called it; empty while it waits
 * @param revision the place of its last change in the site's one series of changes
 */
public record Holding(String personId, SittingStatus status, Optional<String> station, long revision) {

    boolean isCalledBy(String name) {
        return station.filter(name::equals).isPresent();
    }

    boolean isCalledByAnother(String name) {
        return station.isPresent() && !isCalledBy(name);
    }

    boolean isFurtherThan(Holding other) {
        return status.compareTo(other.status) > 0;
    }
}
