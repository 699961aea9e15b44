package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.DayApi.Glance;
import caixiang.sim.rehearsal.link.DayApi.Press;
import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StationApi.Sitting;
import caixiang.sim.rehearsal.plan.FaultGroup;
import caixiang.sim.rehearsal.plan.Mishap;
import caixiang.sim.rehearsal.plan.MishapSchedule;
import caixiang.sim.rehearsal.plan.Visit;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The person at one camera: calls, seats, presses, and presses again only as a person would, after having looked whether
 * the picture has come. Confined to one thread.
 */
final class Operator implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Operator.class);
    private static final int PRESSES_MAX = 8;
    private static final Duration CAMERA_BACK = Duration.ofSeconds(90);
    private static final Duration FRAME_COMES = Duration.ofSeconds(8);
    private static final Duration BREATH = Duration.ofMillis(300);
    private static final int BLOW_WITHIN_MILLIS = 300;

    /** After this a press on the body is surely the person's who was called last. */
    private static final Duration SETTLED = Duration.ofMillis(1_700);

    /** After these nothing was exposed, and it makes no sense to wait for a picture. */
    private static final Set<String> NOT_EXPOSED = Set.of(
            "out-of-focus",
            "camera-busy",
            "card-full",
            "capture-busy",
            "nobody-current",
            "camera-not-found",
            "camera-in-use",
            "stopping",
            "overloaded");

    private final DaySetting day;
    private final Stand stand;
    private final MishapSchedule cameraMishaps;
    private final MishapSchedule printMishaps;
    private final MishapSchedule stationMishaps;
    private final Random random;

    Operator(DaySetting day, Stand stand) {
        this.day = day;
        this.stand = stand;
        this.cameraMishaps = day.plan().schedule(FaultGroup.CAMERA, stand.camera());
        this.printMishaps = day.plan().schedule(FaultGroup.PRINT, stand.camera());
        this.stationMishaps = day.plan().schedule(FaultGroup.STATION, stand.camera());
        this.random = new Random(day.plan().order().seed() + stand.camera());
    }

    @Override
    public void run() {
        try {
            stand.studio().empty();
            boolean more = true;
            while (more && !day.patience().isBrokenOff()) {
                more = serveNext();
            }
        } catch (RehearsalException e) {
            log.error("camera {}: {}", stand.camera(), e.getMessage());
            day.log().problem("camera " + stand.camera() + " was given up: " + e.getMessage());
            day.patience().breakOff();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when nobody is left. */
    private boolean serveNext() throws RehearsalException, InterruptedException {
        boolean nobodyComes = day.arrivals().areOver();
        Glance glance = day.stubborn(() -> stand.station().glance());
        Optional<Sitting> current = glance.queue().current();
        if (current.isPresent()) {
            serve(current.get());
            callNextAfter(current.get().number());
            return true;
        }
        if (glance.queue().waiting() > 0) {
            day.stubborn(() -> stand.station().callNext());
            return true;
        }
        day.patience().pause(BREATH);
        return !nobodyComes;
    }

    /** Pressing twice would pass over somebody, so after a lost answer the screen is looked at first. */
    private void callNextAfter(int number) throws RehearsalException, InterruptedException {
        day.stubborn(() -> {
            Optional<Sitting> now = stand.station().glance().queue().current();
            return now.filter(sitting -> sitting.number() == number).isPresent()
                    ? stand.station().callNext()
                    : stand.station().glance().queue();
        });
    }

    private void serve(Sitting called) throws RehearsalException, InterruptedException {
        Visit visit = day.plan().visit(called.studentNumber());
        if (visit.leaves()) {
            day.log().wasAbsent(called.studentNumber());
            return;
        }
        stand.studio().seat(called.studentNumber());
        for (int picture = 0; picture <= visit.retakes(); picture++) {
            if (!takePicture(called)) {
                day.log().gaveUp(called.studentNumber());
                break;
            }
        }
        stand.studio().empty();
    }

    /** Presses until one more picture of this person is filed, or can be left to come by itself. */
    private boolean takePicture(Sitting called) throws RehearsalException, InterruptedException {
        int had = frames(called.number());
        for (int press = 1; press <= PRESSES_MAX; press++) {
            day.patience().until(CAMERA_BACK, () -> stand.station().glance().isCameraReady());
            printMishaps.next().ifPresent(stand.attendant()::upset);
            Optional<Mishap> mishap = cameraMishaps.next();
            if (mishap.isEmpty()) {
                mishap = stationMishaps.next();
            }
            if (attempt(called, had, mishap)) {
                return true;
            }
            if (day.patience().pause(BREATH)) {
                return false;
            }
        }
        return false;
    }

    private boolean attempt(Sitting called, int had, Optional<Mishap> mishap)
            throws RehearsalException, InterruptedException {
        if (mishap.isPresent()) {
            prepare(mishap.get());
        }
        int inTray = day.stubborn(() -> stand.station().glance().tray());
        long pressed = System.nanoTime();
        PressRecord press = press(called, mishap);
        day.log().pressed(press);
        boolean isGood = press.isFiled() || isGoodAfterAll(press, had, inTray);
        if (mishap.isPresent()) {
            stand.trouble().over();
            boolean isBack = day.patience()
                    .until(CAMERA_BACK, () -> stand.station().glance().isCameraReady());
            day.log()
                    .befell(new MishapRecord(
                            mishap.get(), press.answer(), isBack ? since(pressed) : OptionalLong.empty()));
        }
        return isGood;
    }

    private void prepare(Mishap mishap) throws RehearsalException, InterruptedException {
        switch (mishap) {
            case STATION_KILLED_IN_SHOT, AGENT_KILLED ->
                stand.keeper().strike(mishap, Duration.ofMillis(random.nextInt(BLOW_WITHIN_MILLIS)));
            case STATION_KILLED_IDLE -> stand.keeper().strike(mishap, Duration.ZERO);
            case BODY_PRESSED -> {
                // Half of the time at once, when the person before may just have stood up.
                if (random.nextBoolean()) {
                    day.patience().pause(SETTLED);
                }
            }
            default -> stand.trouble().arrange(mishap);
        }
    }

    private PressRecord press(Sitting called, Optional<Mishap> mishap) throws InterruptedException {
        long pressed = System.nanoTime();
        String answer;
        Optional<String> frameId = Optional.empty();
        try {
            if (mishap.filter(Mishap.BODY_PRESSED::equals).isPresent()) {
                stand.studio().pressBody();
                answer = PressRecord.BODY;
            } else {
                Press ended = stand.station().capture(UUID.randomUUID().toString());
                answer = ended.state();
                frameId = ended.frameId();
            }
        } catch (RehearsalException e) {
            answer = e.isAnswered() ? e.code() : PressRecord.NO_ANSWER;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pressed);
        String seated = called.studentNumber();
        return new PressRecord(stand.camera(), called.number(), seated, mishap, answer, millis, frameId);
    }

    /** Looks whether the picture comes all the same, here or in the tray. An impatient operator trusts that it does. */
    private boolean isGoodAfterAll(PressRecord press, int had, int inTray) throws InterruptedException {
        if (NOT_EXPOSED.contains(press.answer())) {
            return false;
        }
        if (press.mishap().filter(Mishap.LATE_FRAME_AND_NEXT::equals).isPresent()
                && press.answer().equals(PressRecord.LATE)) {
            return true;
        }
        day.patience().until(CAMERA_BACK, () -> stand.station().glance().isCameraReady());
        day.patience()
                .until(FRAME_COMES, () -> stand.station().glance().tray() > inTray || count(press.number()) > had);
        try {
            return count(press.number()) > had;
        } catch (RehearsalException e) {
            return false;
        }
    }

    private int frames(int number) throws RehearsalException, InterruptedException {
        return day.stubborn(() -> count(number));
    }

    private int count(int number) throws RehearsalException, InterruptedException {
        return stand.station().framesOf(number).size();
    }

    private static OptionalLong since(long nanos) {
        return OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos));
    }
}
