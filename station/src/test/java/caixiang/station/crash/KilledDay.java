package caixiang.station.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/**
 * A day at which the program is ended again and again. After each blow somebody else sits down before the next press, so
 * that a frame that comes late would be swapped if it could be.
 */
final class KilledDay {
    private static final int ATTEMPTS_MAX = 12;
    private static final Duration BLOW_WITHIN = Duration.ofSeconds(4);

    private final CrashRig rig;
    private final Reckoning reckoning;
    private final Path orders;
    private int people;

    KilledDay(CrashRig rig) {
        this.rig = rig;
        this.reckoning = new Reckoning(rig);
        this.orders = rig.folder.resolve(Blow.ORDERS);
    }

    /** Returns how many exposures there were. */
    int live(Queue<List<Blow>> blows, int killsMax) throws Exception {
        int kills = 0;
        for (List<Blow> next = blows.poll(); next != null; next = kills < killsMax ? blows.poll() : null) {
            try {
                suffer(next);
            } catch (AssertionError | Exception e) {
                throw new AssertionError(next + " in " + rig.folder + "\n" + rig.logs(), e);
            }
            kills += next.size();
        }
        awaitCamera();
        reckoning.inspect();
        rig.stopStation();
        return reckoning.exposures();
    }

    private void suffer(List<Blow> blows) throws Exception {
        if (!rig.isUp()) {
            awaitCamera();
        }
        boolean closesDay = blows.stream().anyMatch(blow -> blow.point() == CrashPoint.DAY_CLOSED);
        order(blows);
        for (int attempt = 0; isOrdered(); attempt++) {
            assertTrue(attempt < ATTEMPTS_MAX, "the point is not reached");
            if (rig.up()) {
                if (closesDay) {
                    closeDay();
                } else {
                    photographSomebody();
                }
            }
            if (isOrdered()) {
                var unused = CrashRig.within(BLOW_WITHIN, () -> !isOrdered() || !rig.isUp());
            }
        }
        settle();
    }

    private void order(List<Blow> blows) throws Exception {
        Path draft = rig.folder.resolve("draft");
        Files.write(draft, blows.stream().map(Blow::toString).toList());
        Files.move(draft, orders, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isOrdered() {
        return Files.exists(orders);
    }

    private void photographSomebody() throws Exception {
        if (!CrashRig.within(Duration.ofSeconds(20), () -> !rig.isUp() || cameraIsReady())) {
            return;
        }
        people++;
        String student = CrashRig.student(people);
        Optional<Integer> number = call(student);
        if (number.isEmpty()) {
            return;
        }
        reckoning.called(number.get(), student);
        rig.tellStudio("/seat", Map.of("key", student, "seed", people));
        for (int press = 0; press < 2 && rig.isUp(); press++) {
            rig.post("api/captures", Map.of("requestId", requestId(), "source", "api"))
                    .filter(answer -> answer.status() == 200)
                    .map(CrashRig.Answer::json)
                    .filter(capture -> capture.path("state").asText().equals("filed"))
                    .ifPresent(reckoning::acknowledged);
        }
    }

    /** The number, once it is current. */
    private Optional<Integer> call(String student) throws InterruptedException {
        Optional<CrashRig.Answer> sitting =
                rig.post("api/check-ins", Map.of("credential", student, "requestId", requestId()));
        if (sitting.filter(CrashRig.Answer::isFine).isEmpty()) {
            return Optional.empty();
        }
        int number = sitting.get().json().path("number").asInt();
        Optional<JsonNode> state = rig.get("api/state");
        while (state.isPresent()
                && state.get().path("queue").path("current").path("number").asInt() != number) {
            state = rig.post("api/queue/next", Map.of()).isPresent() ? rig.get("api/state") : Optional.empty();
        }
        return state.map(known -> number);
    }

    /** An empty day closes at once; one with people in it must first be brought to its end, so a day of its own is lived. */
    private void closeDay() throws InterruptedException {
        while (rig.get("api/state")
                .filter(state -> state.path("queue").has("current"))
                .isPresent()) {
            if (rig.post("api/queue/next", Map.of()).isEmpty()) {
                return;
            }
        }
        for (String code :
                List.of("late", "lost", "no-frame", "sheets-under-way", "sheets-doubtful", "sheets-to-take-back")) {
            rig.post("api/day/explanations", Map.of("code", code, "reason", "the day is killed"));
        }
        rig.post("api/day/close", Map.of());
    }

    /** Starts what is down, waits until every exposure is a frame, and looks whether all is as it should be. */
    private void settle() throws Exception {
        do {
            awaitCamera();
        } while (!isOpenAgain());
        boolean settled = CrashRig.within(CrashRig.SOON, () -> {
            try {
                return rig.up() && reckoning.isAccountedFor();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(settled, "an exposure is no frame");
        reckoning.settled();
    }

    private boolean isOpenAgain() throws InterruptedException {
        Optional<String> state = rig.get("api/day").map(day -> day.path("state").asText());
        return state.isPresent()
                && (state.get().equals("open")
                        || rig.post("api/day/reopen", Map.of("reason", "the next blow"))
                                .filter(CrashRig.Answer::isFine)
                                .isPresent());
    }

    /** The blow may fall a moment after it was noted, so whether the station lives is asked again and again. */
    private void awaitCamera() throws Exception {
        long until = System.nanoTime() + CrashRig.SOON.toNanos();
        while (!rig.up() || !rig.cameraIsReady()) {
            assertTrue(System.nanoTime() < until, "the camera does not come back");
            Started.pause();
        }
    }

    private boolean cameraIsReady() {
        try {
            return rig.cameraIsReady();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String requestId() {
        return UUID.randomUUID().toString();
    }
}
