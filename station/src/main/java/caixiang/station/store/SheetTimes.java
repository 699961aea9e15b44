package caixiang.station.store;

import java.time.Instant;
import java.util.Optional;

/**
 * When a sheet came how far.
 *
 * @param sent when the last attempt began
 * @param accepted when the printer had the whole sheet
 * @param ended when it was done or had failed
 */
public record SheetTimes(Instant planned, Optional<Instant> sent, Optional<Instant> accepted, Optional<Instant> ended) {

    public static SheetTimes planned(Instant now) {
        return new SheetTimes(now, Optional.empty(), Optional.empty(), Optional.empty());
    }

    SheetTimes at(SheetState state, Instant now) {
        Optional<Instant> moment = Optional.of(now);
        return switch (state) {
            case SENT -> new SheetTimes(planned, moment, accepted, ended);
            case ACCEPTED -> new SheetTimes(planned, sent, accepted.isPresent() ? accepted : moment, ended);
            case DONE, FAILED -> new SheetTimes(planned, sent, accepted, moment);
            case PLANNED, PRINTING, DOUBTFUL -> this;
        };
    }
}
