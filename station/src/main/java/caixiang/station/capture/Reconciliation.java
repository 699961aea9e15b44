package caixiang.station.capture;

import caixiang.station.camera.Camera;
import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.crash.CrashPoint;
import caixiang.station.store.CardObjects;
import caixiang.station.store.CardStatement;
import caixiang.station.store.CardStatements;
import caixiang.station.store.Database;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Shot;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether everything on the camera's card is in the archive, and has brought in what is not. Compares at each
 * connection and on demand, and keeps the last statement up to date while missing files come in. May be used from any
 * thread; comparing happens on the store thread.
 */
public final class Reconciliation implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    /** Covers a card of 20 000 files on a slow body. */
    private static final long COMPARED_SECONDS_MAX = 240;

    private final Camera camera;
    private final Database database;
    private final CaptureContext context;
    private final CardFetch fetch;
    private final Announcements announcements;
    private final List<CompletableFuture<CardStatement>> asked = new ArrayList<>();
    private int unread;
    private Optional<Reading> reading = Optional.empty();

    Reconciliation(
            Camera camera, Database database, CaptureContext context, CardFetch fetch, Announcements announcements) {
        this.camera = camera;
        this.database = database;
        this.context = context;
        this.fetch = fetch;
        this.announcements = announcements;
    }

    /** A card as it was last read, and what the comparison found. */
    private record Reading(
            CameraIdentity camera, CardContents contents, CardComparison.Found found, Instant at, boolean isSettled) {}

    /** The last statement of each camera, the newest first. */
    @CheckReturnValue
    public CompletionStage<List<CardStatement>> statements() {
        return database.read(handle -> new CardStatements(handle).all());
    }

    /**
     * Has the card read anew and compared; the stage gives the statement at that moment. What is found missing is fetched
     * afterwards. Fails with a {@link CameraException} when there is no camera or it does not answer in time.
     *
     * @param by who asks, for the journal
     */
    @CheckReturnValue
    public CompletionStage<CardStatement> reconcile(String by) {
        CompletableFuture<CardStatement> statement = new CompletableFuture<>();
        synchronized (this) {
            asked.add(statement);
        }
        var unused = database.write(handle -> {
                    new Journal(handle)
                            .append(JournalEntry.of(
                                            database.clock().instant(),
                                            context.session().id(),
                                            "card-comparison-asked")
                                    .with("by", by));
                    return true;
                })
                .thenCompose(journaled -> camera.readCardAnew())
                .whenComplete((taken, failure) -> {
                    if (failure != null) {
                        statement.completeExceptionally(failure);
                    }
                });
        return statement
                .orTimeout(COMPARED_SECONDS_MAX, TimeUnit.SECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(reason(failure)))
                .whenComplete((done, failure) -> forgetAnswered())
                .minimalCompletionStage();
    }

    private static Throwable reason(Throwable failure) {
        return failure instanceof TimeoutException
                ? new CameraException(CameraFault.TIMED_OUT, "the card was not read in time")
                : failure;
    }

    private synchronized void forgetAnswered() {
        asked.removeIf(CompletableFuture::isDone);
    }

    /** The listing that follows is not the whole card. */
    synchronized void unread(int entries) {
        unread = entries;
    }

    /** @param isAwaited whether someone still waits for a shot's frame */
    void listed(CameraIdentity listedCamera, List<CardObject> objects, Predicate<Shot> isAwaited) {
        CardContents contents = CardContents.of(objects, takeUnread());
        Instant at = database.clock().instant();
        var unused = database.write(handle -> {
                    var found = new CardComparison(handle, context, listedCamera, at).compare(contents, isAwaited);
                    Reading read = new Reading(listedCamera, contents, found, at, false);
                    return keep(handle, read, Set.of());
                })
                .whenComplete((read, failure) -> {
                    if (failure != null) {
                        log.error("the card was not compared; it will be at the next connection", failure);
                    } else {
                        compared(read);
                    }
                });
    }

    private synchronized int takeUnread() {
        int taken = unread;
        unread = 0;
        return taken;
    }

    private record Kept(Reading reading, CardStatement statement) {}

    private void compared(Kept kept) {
        List<CompletableFuture<CardStatement>> waiting;
        synchronized (this) {
            reading = Optional.of(kept.reading);
            waiting = List.copyOf(asked);
        }
        CrashPoint.CARD_COMPARED.passed();
        fetch.begin(kept.reading.found.missed());
        waiting.forEach(each -> each.complete(kept.statement));
        announcements.stateChanged();
    }

    /** Something was filed, or given up: a statement that had something missing is written again. */
    void filed() {
        Optional<Reading> last = lastReading().filter(each -> !each.isSettled);
        if (last.isEmpty()) {
            return;
        }
        var unused = database.write(handle -> keep(handle, last.get(), fetch.givenUp()))
                .whenComplete((kept, failure) -> {
                    if (failure != null) {
                        log.warn("the statement of the card is behind: {}", failure.toString());
                        return;
                    }
                    synchronized (this) {
                        reading = reading.filter(now -> !now.at.equals(last.get().at))
                                .or(() -> Optional.of(kept.reading));
                    }
                    announcements.stateChanged();
                });
    }

    private synchronized Optional<Reading> lastReading() {
        return reading;
    }

    private Kept keep(Handle handle, Reading read, Set<CardObject> givenUp) {
        CardObjects card = new CardObjects(handle, read.camera.serial());
        Set<CardObject> filed = card.filed();
        Set<CardObject> baseline = card.baseline();
        List<CardObject> wanted = card.wanted();
        int hopeless = (int) wanted.stream().filter(givenUp::contains).count();
        int isFiled =
                (int) read.contents.objects().stream().filter(filed::contains).count();
        CardStatement statement = new CardStatement(
                read.camera,
                context.station(),
                read.found.card(),
                read.at,
                read.contents.objects().size() + read.contents.unread(),
                isFiled,
                (int) read.contents.objects().stream()
                        .filter(object -> baseline.contains(object) && !filed.contains(object))
                        .count(),
                (int) read.found.missed().stream().filter(filed::contains).count(),
                wanted.size() - hopeless,
                read.contents.unread() + hopeless,
                read.found.vanished());
        new CardStatements(handle).save(statement);
        boolean isSettled = statement.isSettled();
        return new Kept(new Reading(read.camera, read.contents, read.found, read.at, isSettled), statement);
    }

    /** The pictures on the card of the camera that is connected, when all of them are explained. */
    Set<CardObject> explainedOnCard(CameraIdentity of) {
        return lastReading()
                .filter(read -> read.isSettled && read.camera.serial().equals(of.serial()))
                .map(read -> Set.copyOf(read.contents.objects()))
                .orElse(Set.of());
    }

    /** The station has deleted a file. */
    synchronized void deleted(CardObject object) {
        reading = reading.map(read -> {
            Set<CardObject> left = new HashSet<>(read.contents.objects());
            left.remove(object);
            return new Reading(
                    read.camera, new CardContents(left, read.contents.unread()), read.found, read.at, read.isSettled);
        });
    }

    /** Nobody who waits is left without an answer. */
    @Override
    public void close() {
        List<CompletableFuture<CardStatement>> waiting;
        synchronized (this) {
            waiting = List.copyOf(asked);
        }
        waiting.forEach(each ->
                each.completeExceptionally(new CameraException(CameraFault.DISCONNECTED, "the station is closing")));
    }
}
