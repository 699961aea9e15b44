package caixiang.station.day;

import caixiang.station.crash.CrashPoint;
import caixiang.station.day.Obstacle.Code;
import caixiang.station.store.ClosedDays;
import caixiang.station.store.ClosedDays.Closing;
import caixiang.station.store.Database;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.JournalLink;
import caixiang.station.store.Leftovers;
import caixiang.station.store.Session;
import caixiang.station.store.StateListener;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the session when nothing stands in the way any more, and opens it again. May be used from any thread. From the
 * moment closing begins until it is refused, {@link #isClosed} holds, so that nobody is checked in behind the count.
 */
@CheckReturnValue
public final class Day {
    private static final Logger log = LoggerFactory.getLogger(Day.class);

    /** How long a room may take to say what stands in the way. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final Database database;
    private final Session session;
    private final List<ObstacleSource> rooms;
    private final StateListener listener;
    private volatile boolean closed;

    public Day(Database database, Session session, List<ObstacleSource> rooms, StateListener listener) {
        this.database = database;
        this.session = session;
        this.rooms = List.copyOf(rooms);
        this.listener = listener;
    }

    /** Reads whether the session was closed in an earlier run. */
    public CompletionStage<Boolean> start() {
        return database.read(handle -> {
            closed = new ClosedDays(handle).isClosed(session.id());
            return closed;
        });
    }

    /** Whether check-ins are to be refused. */
    public boolean isClosed() {
        return closed;
    }

    public CompletionStage<DayView> view() {
        return ofRooms().thenCompose(others -> database.read(handle -> view(handle, others)));
    }

    private DayView view(Handle handle, List<Obstacle> others) {
        return new DayView(new ClosedDays(handle).find(session.id()), with(handle, others));
    }

    /**
     * Closes the day unless something stands in the way; the answer says which of both. A closed day stays as it was.
     *
     * @param by who asks, for the journal
     */
    public CompletionStage<DayView> close(String by) {
        closed = true;
        return ofRooms()
                .thenCompose(others -> database.write(handle -> close(handle, others, by)))
                .whenComplete((view, failure) -> {
                    closed = failure == null && view.closing().isPresent();
                    listener.stateChanged();
                })
                .thenApply(CrashPoint.DAY_CLOSED::passed);
    }

    private DayView close(Handle handle, List<Obstacle> others, String by) {
        ClosedDays days = new ClosedDays(handle);
        DayView before = view(handle, others);
        if (before.closing().isPresent()) {
            return before;
        }
        Instant now = database.clock().instant();
        Journal journal = new Journal(handle);
        if (!before.obstacles().isEmpty()) {
            journal.append(entry(now, "day-not-closed", by).with("obstacles", words(before.obstacles())));
            return before;
        }
        journal.append(entry(now, "day-closed", by).changed("open", "closed"));
        JournalLink last = journal.last().orElseThrow();
        days.close(session.id(), new Closing(now, by, last.sequence(), last.hash()));
        return view(handle, List.of());
    }

    /** Opens a closed day again; an open one stays open. */
    public CompletionStage<DayView> reopen(String by, String reason) {
        return ofRooms()
                .thenCompose(others -> database.write(handle -> {
                    ClosedDays days = new ClosedDays(handle);
                    if (days.isClosed(session.id())) {
                        days.reopen(session.id());
                        new Journal(handle)
                                .append(entry(database.clock().instant(), "day-reopened", by)
                                        .with("reason", reason)
                                        .changed("closed", "open"));
                    }
                    return view(handle, others);
                }))
                .thenApply(view -> {
                    closed = false;
                    listener.stateChanged();
                    return view;
                });
    }

    /**
     * Takes a person's word for everything that stands in the way for one cause now. What comes later needs another.
     *
     * @param code must be {@link Code#isExplainable}
     */
    public CompletionStage<DayView> explain(Code code, String by, String reason) {
        if (!code.isExplainable()) {
            throw new IllegalArgumentException(code + " must be put right and cannot be explained");
        }
        return ofRooms()
                .thenCompose(others -> database.write(handle -> {
                    List<String> items = new StoredObstacles(handle, session.id()).items(code);
                    Instant now = database.clock().instant();
                    if (!items.isEmpty()) {
                        new Leftovers(handle, session.id())
                                .explain(code.code(), items, new Leftovers.Explanation(reason, by, now));
                        new Journal(handle)
                                .append(entry(now, "obstacle-explained", by)
                                        .with("obstacle", code.code())
                                        .with(
                                                "items",
                                                items.stream().limit(ITEMS_MAX).collect(Collectors.joining(" ")))
                                        .with("count", String.valueOf(items.size()))
                                        .with("reason", reason));
                    }
                    return view(handle, others);
                }));
    }

    /** A row of the journal holds 64 KiB; the table has them all. */
    private static final int ITEMS_MAX = 200;

    private JournalEntry entry(Instant now, String what, String by) {
        return JournalEntry.of(now, session.id(), what).by(by);
    }

    private static String words(List<Obstacle> obstacles) {
        return obstacles.stream()
                .map(obstacle -> obstacle.code().code() + " " + obstacle.count())
                .collect(Collectors.joining(", "));
    }

    private List<Obstacle> with(Handle handle, List<Obstacle> others) {
        List<Obstacle> all = new StoredObstacles(handle, session.id()).all();
        all.addAll(others);
        return all;
    }

    private CompletionStage<List<Obstacle>> ofRooms() {
        CompletableFuture<List<Obstacle>> all = CompletableFuture.completedFuture(List.of());
        for (ObstacleSource room : rooms) {
            all = all.thenCombine(ofRoom(room), Day::joined);
        }
        return all;
    }

    private static CompletionStage<List<Obstacle>> ofRoom(ObstacleSource room) {
        return room.obstacles()
                .toCompletableFuture()
                .copy()
                .orTimeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    log.error("a room does not say what stands in the way of closing the day", failure);
                    return List.of(new Obstacle(Code.UNKNOWN, 1));
                });
    }

    private static List<Obstacle> joined(List<Obstacle> some, List<Obstacle> more) {
        List<Obstacle> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** The code of the API's word; empty for an unknown one, or one that must be put right. */
    public static Optional<Code> explainable(String code) {
        for (Code known : Code.values()) {
            if (known.isExplainable() && known.code().equals(code)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
