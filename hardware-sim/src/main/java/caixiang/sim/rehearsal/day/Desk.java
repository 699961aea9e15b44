package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.DayApi;
import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.people.Attendee;
import caixiang.sim.rehearsal.plan.Visit;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One check-in desk with a client of its own; runs until nobody comes any more. Confined to one thread. */
final class Desk implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Desk.class);
    private static final Duration FULL_ROOM = Duration.ofMinutes(2);
    private static final int HANG_UP_MILLIS_MAX = 25;
    private static final int TOO_MANY_CHARACTERS = 100;

    private final DaySetting day;
    private final Supplier<DayApi> newClient;
    private final SplittableRandom random;
    private DayApi client;

    /** @param newClient makes a client of its own, as another computer would be */
    Desk(DaySetting day, Supplier<DayApi> newClient, long seed) {
        this.day = day;
        this.newClient = newClient;
        this.client = newClient.get();
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void run() {
        try {
            Optional<Visit> visit = day.arrivals().next();
            while (visit.isPresent()) {
                serve(visit.get());
                visit = day.patience().isBrokenOff()
                        ? Optional.empty()
                        : day.arrivals().next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Visit visit) throws InterruptedException {
        try {
            waitForRoom();
            day.log().scanned(visit.scan());
            present(visit);
        } catch (RehearsalException e) {
            log.warn("desk: {}", e.getMessage());
            day.log().problem("check-in of " + visit.person().studentNumber() + ": " + e.getMessage());
        } finally {
            day.arrivals().served();
        }
    }

    /** Nobody checks a whole year in before the first picture: the waiting room has so many chairs. */
    private void waitForRoom() throws InterruptedException {
        day.patience().until(FULL_ROOM, () -> client.glance().queue().waiting() < day.chairs());
    }

    private void present(Visit visit) throws RehearsalException, InterruptedException {
        Attendee person = visit.person();
        String student = person.studentNumber();
        switch (visit.scan()) {
            case STUDENT_NUMBER -> give(client, person, student, newId());
            case ID_NUMBER -> give(client, person, person.idNumber().toLowerCase(Locale.ROOT), newId());
            case FULL_WIDTH -> give(client, person, fullWidth(student), newId());
            case WALK_IN -> addWalkIn(person);
            case MISTYPED -> refusedThenGiven(person, student + random.nextInt(10));
            case FOREIGN_CHARACTERS -> refusedThenGiven(person, "☃" + student.substring(4) + "\uFFFD ÿ样");
            case TOO_LONG -> refusedThenGiven(person, student.repeat(TOO_MANY_CHARACTERS / student.length() + 1));
            case SCANNED_TWICE -> giveTwiceAtOnce(person, client);
            case TWO_DESKS -> giveTwiceAtOnce(person, newClient.get());
            case ANSWER_DROPPED -> {
                String id = newId();
                client.checkInAndHangUp(student, id, Duration.ofMillis(random.nextInt(HANG_UP_MILLIS_MAX)));
                give(client, person, student, id);
            }
            case DESK_KILLED -> {
                client.checkInAndHangUp(student, newId(), Duration.ofMillis(random.nextInt(HANG_UP_MILLIS_MAX)));
                client = newClient.get();
                give(client, person, student, newId());
            }
        }
    }

    private void refusedThenGiven(Attendee person, String nonsense) throws RehearsalException, InterruptedException {
        refused(nonsense);
        give(client, person, person.studentNumber(), newId());
    }

    private void addWalkIn(Attendee person) throws RehearsalException, InterruptedException {
        refused(person.studentNumber());
        Map<String, String> form = Map.of(
                "requestId", newId(),
                "studentNumber", person.studentNumber(),
                "name", person.name(),
                "idNumber", person.idNumber(),
                "college", person.college(),
                "className", person.className(),
                "reason", "演练：名单漏报 rehearsal: left off the roster");
        // Pressed twice, as people do; it must have one effect.
        for (int press = 0; press < 2; press++) {
            day.stubborn(() -> {
                client.addPerson(form);
                return true;
            });
        }
        give(client, person, person.studentNumber(), newId());
    }

    /** Nobody may get a number for what is nobody's. */
    private void refused(String credential) throws RehearsalException, InterruptedException {
        try {
            int number = day.stubborn(() -> client.checkIn(credential, newId())).number();
            day.log().problem("number %d was given for %s, which is nobody's".formatted(number, credential));
        } catch (RehearsalException e) {
            if (!e.code().equals("unknown-credential") && !e.code().equals("bad-request")) {
                throw e;
            }
        }
    }

    private void giveTwiceAtOnce(Attendee person, DayApi second) throws RehearsalException, InterruptedException {
        Thread other = new Thread(() -> giveElsewhere(second, person), "desk-second-scan");
        other.start();
        give(client, person, person.studentNumber(), newId());
        other.join();
    }

    private void giveElsewhere(DayApi second, Attendee person) {
        try {
            give(second, person, person.studentNumber(), newId());
        } catch (RehearsalException e) {
            day.log().problem("second check-in of " + person.studentNumber() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void give(DayApi from, Attendee person, String credential, String requestId)
            throws RehearsalException, InterruptedException {
        var sitting = day.stubborn(() -> from.checkIn(credential, requestId));
        if (!sitting.studentNumber().equals(person.studentNumber())) {
            day.log().problem("%s was checked in as %s".formatted(person.studentNumber(), sitting.studentNumber()));
        }
        day.log().numbered(person.studentNumber(), sitting.number());
    }

    private static String fullWidth(String digits) {
        StringBuilder wide = new StringBuilder(" ");
        digits.chars().forEach(c -> wide.append((char) (c - '0' + '０')));
        return wide.insert(5, ' ').append(' ').toString();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
