package caixiang.station.capture;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Copies;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.FrameTimes;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.CameraClocks;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/**
 * A day at one station with two cameras, as physics allows it: who sits there when the shutter fires is known, what the
 * agent and the cameras tell of it is late, misnamed, lost until the card is read, and timed by clocks that are wrong. The
 * real join decides; the day notes where it was wrong.
 */
final class RandomDay {
    private static final int PEOPLE = 30;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** How often something out of order happens. */
    record Trouble(double lateShare, double neverShare, double missedShare, double bodyDelayedShare) {
        static final Trouble NONE = new Trouble(0, 0, 0, 0);
        static final Trouble MUCH = new Trouble(0.08, 0.03, 0.04, 0.05);
    }

    /** One picture and the truth of it. */
    private record Picture(CardObject object, int sitter) {}

    private final class Body {
        final CameraIdentity identity;
        final Duration ahead = Duration.ofMillis((long) ((random.nextDouble() - 0.5) * 86_400_000));
        final double drift = 1 + (random.nextDouble() - 0.5) * 100e-6;
        final List<Picture> card = new ArrayList<>();
        final Deque<Picture> announcing = new ArrayDeque<>();
        int counter = random.nextInt(10_000);
        int answered;
        Optional<String> outstanding = Optional.empty();
        Instant announcesFrom = Instant.MIN;

        Body(String serial) {
            identity = new CameraIdentity(serial, "D750", "usb:001,004");
        }

        Picture expose() {
            counter = counter >= 9_999 ? 1 : counter + 1;
            Duration since = Duration.between(start, now());
            Instant shown = start.plus(ahead)
                    .plusNanos((long) (since.toNanos() * drift))
                    .truncatedTo(ChronoUnit.SECONDS);
            var object = new CardObject(
                    "/store_00010001/DCIM/100ND750",
                    String.format("DSC_%04d.JPG", counter),
                    1_000 + random.nextInt(9_000),
                    shown);
            var picture = new Picture(object, sitter);
            card.add(picture);
            return picture;
        }
    }

    private record Event(Instant at, long order, Runnable what) {}

    private final Handle handle;
    private final CaptureContext context;
    private final TestClock clock;
    private final Random random;
    private final Trouble trouble;
    private final Filing filing;
    private final Instant start;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final List<Body> bodies = new ArrayList<>();
    private long order;
    private int sitter;
    private int requests;
    int frames;
    int inTray;
    final List<String> wrong = new ArrayList<>();

    RandomDay(Handle handle, CaptureContext context, TestClock clock, Random random, Trouble trouble) {
        this.handle = handle;
        this.context = context;
        this.clock = clock;
        this.random = random;
        this.trouble = trouble;
        this.filing = new Filing(new FrameArchive(Path.of("unused"), Optional.empty()), context, clock);
        this.start = clock.instant();
        bodies.add(new Body("6012345-" + start.toEpochMilli()));
        bodies.add(new Body("6099999-" + start.toEpochMilli()));
    }

    void run() {
        bodies.forEach(this::readCard);
        double at = 1;
        for (int person = 1; person <= PEOPLE; person++) {
            int number = person;
            later(at, () -> call(number));
            at += seconds(3, 15);
            for (int i = random.nextInt(3); i >= 0; i--) {
                Body body = bodies.get(random.nextInt(10) == 0 ? 1 : 0);
                boolean isBodyPress = random.nextInt(6) == 0;
                later(at, () -> {
                    if (isBodyPress) {
                        pressBody(body);
                    } else {
                        press(body);
                    }
                });
                at += seconds(3, 25);
            }
        }
        later(at + 300, () -> bodies.forEach(this::readCard));
        while (!events.isEmpty()) {
            Event next = events.remove();
            clock.pass(Duration.between(now(), next.at()));
            next.what().run();
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private double seconds(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    private void later(double seconds, Runnable what) {
        events.add(new Event(now().plusMillis((long) (seconds * 1000)), order++, what));
    }

    private void call(int number) {
        handle.execute(
                "UPDATE sitting SET status = 'done', ended_at = ? WHERE status = 'current'", now().toEpochMilli());
        handle.execute(
                "INSERT INTO sitting (session_id, number, person_id, request_id, status, checked_in_at, called_at, station)"
                        + " VALUES (?, ?, ?, ?, 'current', ?, ?, ?)",
                context.session().id(),
                number,
                "person-" + number,
                "check-in-" + number,
                now().toEpochMilli(),
                now().toEpochMilli(),
                context.station());
        sitter = number;
    }

    private void press(Body body) {
        String shotId = context.ids().next();
        new Shots(handle).insert(shot(shotId, body));
        new Shots(handle).happened(shotId, ShotEvent.ORDER_TAKEN, Optional.empty(), now());
        body.outstanding = Optional.of(shotId);
        later(
                DEADLINE.toMillis() / 1000.0,
                () -> new Shots(handle).happened(shotId, ShotEvent.DEADLINE_PASSED, Optional.empty(), now()));
        if (random.nextDouble() >= trouble.neverShare()) {
            later(seconds(0.05, 1.2), () -> expose(body, true));
        }
    }

    private Shot shot(String shotId, Body body) {
        return new Shot(
                shotId,
                context.session().id(),
                "press-" + requests++,
                context.station(),
                OptionalInt.of(sitter),
                Optional.of("person-" + sitter),
                "api",
                "test",
                Optional.of(body.identity.serial()),
                ShotState.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                now(),
                0);
    }

    private void pressBody(Body body) {
        expose(body, false);
    }

    private void expose(Body body, boolean isTriggered) {
        Picture picture = body.expose();
        double chance = random.nextDouble();
        if (chance < trouble.missedShare()) {
            later(seconds(15, 100), () -> readCard(body));
            return;
        }
        // Without a measured clock nobody can tell a delayed body press; cameras that delay them do so rarely.
        boolean isDelayed = isTriggered
                ? chance < trouble.missedShare() + trouble.lateShare()
                : chance < trouble.missedShare() + trouble.bodyDelayedShare() && body.answered > 3;
        double delay = isDelayed ? seconds(2, 100) : seconds(0.2, 1.2);
        // A camera announces in the order of its exposures: what comes after a late picture waits behind it.
        body.announcing.add(picture);
        Instant at = now().plusMillis((long) (delay * 1000));
        body.announcesFrom = at.isAfter(body.announcesFrom) ? at : body.announcesFrom;
        later(Duration.between(now(), body.announcesFrom).toMillis() / 1000.0, () -> announce(body));
    }

    private void announce(Body body) {
        Picture picture = body.announcing.poll();
        if (picture != null) {
            Optional<String> named = body.outstanding;
            body.outstanding = Optional.empty();
            file(body, picture, named);
        }
    }

    /** As after a reconnection: the agent has forgotten its order, and what it had not told of is fetched. */
    private void readCard(Body body) {
        body.outstanding = Optional.empty();
        body.announcing.clear();
        List<CardObject> listed = body.card.stream().map(Picture::object).toList();
        List<CardObject> missed = new CardComparison(handle, context, body.identity, now())
                .compare(CardContents.of(listed, 0), shot -> false)
                .missed();
        for (CardObject object : missed) {
            body.card.stream()
                    .filter(picture -> picture.object().equals(object))
                    .forEach(picture -> file(body, picture, Optional.empty()));
        }
    }

    private void file(Body body, Picture picture, Optional<String> named) {
        Path none = Path.of("none");
        var spooled =
                new SpooledFrame(none, none, "0".repeat(64), picture.object(), body.identity, named, now(), now());
        PictureTime time = PictureTime.ofFile(picture.object().modified());
        Join.Decision decision = new Join(handle, context, spooled, time, Optional.of(now())).decide();
        Owner owner = decision.owner();
        String id = context.ids().next();
        Frame frame = new Frame(
                id,
                owner.sessionId(),
                context.station(),
                owner.number(),
                owner.shotId(),
                owner.reason(),
                owner.evidence(),
                ArchivePaths.frameFile(owner.sessionId(), owner.number(), id),
                spooled.sha256(),
                picture.object().sizeBytes(),
                Optional.empty(),
                body.identity,
                picture.object(),
                new FrameTimes(owner.pressed(), now(), now(), now()),
                List.of());
        filing.record(handle, frame, "frame-filed", Copies.ALL);
        decision.lead()
                .ifPresent(lead -> new CameraClocks(handle)
                        .insert(
                                new CameraClocks.Reading(
                                        id,
                                        body.identity.serial(),
                                        decision.named().orElseThrow(),
                                        time.source(),
                                        lead),
                                now()));
        body.answered += decision.lead().isPresent() ? 1 : 0;
        frames++;
        if (owner.isNobody()) {
            inTray++;
        } else if (owner.number().getAsInt() != picture.sitter()) {
            wrong.add("sat " + picture.sitter() + ", filed under "
                    + owner.number().getAsInt() + " " + owner.evidence());
        }
    }
}
