package caixiang.station.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Whether the clock can be believed: it dates every frame, and a session is named after its day. */
record ClockCheck(Clock clock) implements Check {
    private static final String SUBJECT = "clock";
    private static final int YEAR_MIN = 2026;
    private static final int YEAR_MAX = 2100;
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Override
    public List<Finding> look() throws InterruptedException {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
        String shown = MINUTES.format(now) + " " + clock.getZone();
        if (now.getYear() < YEAR_MIN || now.getYear() > YEAR_MAX) {
            return List.of(Finding.fault(
                    SUBJECT,
                    "时钟显示 %s，显然不对；请先校时".formatted(shown),
                    "the clock says %s, which cannot be right; set it first".formatted(shown)));
        }
        Optional<List<String>> answer =
                ProgramOutput.of(List.of("timedatectl", "show", "--property=NTPSynchronized", "--value"), DEADLINE);
        boolean isKnownUnsynchronised =
                answer.filter(lines -> lines.contains("no")).isPresent();
        return List.of(
                isKnownUnsynchronised
                        ? Finding.warning(
                                SUBJECT,
                                "时钟显示 %s，未与时间服务器同步；请核对".formatted(shown),
                                "the clock says %s and is not synchronised with a time server; compare it"
                                        .formatted(shown))
                        : Finding.well(SUBJECT, "时钟 " + shown, "clock " + shown));
    }
}
