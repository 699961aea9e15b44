package caixiang.station.config;

import java.time.LocalDate;
import java.util.Optional;

/** One day's work at one place: numbers start at 1 in it, and its id names its folder in the archive. */
public record SessionSettings(Optional<String> id, Optional<String> name) {

    /** The configured id, or the date followed by {@code -a}. */
    public String idOn(LocalDate today) {
        return id.orElseGet(() -> today + "-a");
    }

    /** The configured name, or the id. */
    public String nameOn(LocalDate today) {
        return name.orElseGet(() -> idOn(today));
    }
}
