package caixiang.station.site.sync;

import caixiang.station.crash.CrashPoint;
import caixiang.station.site.SharedQueue;
import caixiang.station.site.ThisStation;
import caixiang.station.store.ClosedDays;
import caixiang.station.store.ClosedDays.Closing;
import caixiang.station.store.Database;
import caixiang.station.store.Reserve;
import caixiang.station.store.Session;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.StateListener;
import caixiang.station.store.Stations;
import caixiang.station.store.StoreException;
import caixiang.station.store.StoreException.Fault;
import caixiang.station.store.SyncState;
import caixiang.station.store.Waiting;
import caixiang.station.store.sync.Conflicts;
import caixiang.station.store.sync.Outbox;
import caixiang.station.store.sync.SiteClosings;
import caixiang.station.store.sync.SiteFrames;
import caixiang.station.store.sync.SiteFrames.SiteFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a station and its site alike: every two seconds, and whenever the site says that something changed. Everything
 * happens on one thread, {@code site-sync}; presses, check-ins and screens never wait for it.
 */
public final class SiteSync implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SiteSync.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(6);
    private static final int FRAMES_PAGE = 500;
    /** Between two looks at what else there is to do. */
    private static final int BATCHES_IN_A_ROW = 5;

    private final Places places;
    private final SteadyQueue steady;
    private final int reserve;
    private final StateListener listener;
    private final Merge merge;
    private final OutboxPush push;
    private Optional<Closing> toldClosing = Optional.empty();
    private boolean isClosingTold;
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "site-sync");
        made.setDaemon(true);
        return made;
    });

    /** Both databases, and who asks. */
    public record Places(Database own, SharedDatabase site, SharedQueue queue, Session session, ThisStation station) {}

    /** @param reserve how many numbers to hold for the time offline */
    public SiteSync(Places places, SteadyQueue steady, int reserve, StateListener listener) {
        this.places = places;
        this.steady = steady;
        this.reserve = reserve;
        this.listener = listener;
        this.merge = new Merge(places.own(), places.site(), places.session(), places.station());
        this.push = new OutboxPush(places.own(), places.site(), places.station().name());
    }

    /** Blocks for a moment; for the start only. */
    public void start() throws StoreException {
        Waiting.forResult(places.own().write(handle -> {
            var outbox = new Outbox(handle);
            outbox.begin(places.session().id());
            outbox.offerAgain();
            return true;
        }));
        var unused = thread.scheduleWithFixedDelay(this::round, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something changed at the site, or here. From any thread; many calls are one round. */
    public void wake() {
        if (isWoken.compareAndSet(false, true)) {
            try {
                thread.execute(() -> {
                    isWoken.set(false);
                    round();
                });
            } catch (RejectedExecutionException stopping) {
                log.debug("woken while stopping");
            }
        }
    }

    /** Completes after a round that began later; at once while the site is away. */
    public CompletionStage<Void> caughtUp() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            if (steady.offlineSince().isEmpty()) {
                thread.execute(() -> {
                    round();
                    done.complete(null);
                });
                return done;
            }
        } catch (RejectedExecutionException stopping) {
            log.debug("asked while stopping");
        }
        return CompletableFuture.completedFuture(null);
    }

    private void round() {
        try {
            if (steady.offlineSince().isPresent()) {
                comeBack();
            }
            boolean isChanged = Waiting.forResult(places.queue().copy());
            isChanged |= copyConflicts();
            isChanged |= copyFrames();
            tellClosing();
            fillReserve();
            noteStations();
            if (isChanged) {
                listener.stateChanged();
            }
            sendSome();
        } catch (StoreException e) {
            failed(e);
        } catch (RuntimeException e) { // The outermost loop: the next round is tried whatever happened to this one.
            log.error("a round of the site's copying ended badly", e);
        }
    }

    private void failed(StoreException failure) {
        if (failure.fault() != Fault.UNREACHABLE) {
            log.warn("the site's copying does not go on: {}", failure.getMessage(), failure);
            return;
        }
        if (steady.offlineSince().isEmpty()) {
            try {
                Waiting.forResult(steady.lost(failure));
            } catch (StoreException e) {
                log.error("that the site is lost could not be written down", e);
            }
        }
    }

    private void comeBack() throws StoreException {
        boolean isComplete;
        do {
            isComplete = merge.round();
        } while (!isComplete);
        steady.found();
        log.info("the site is back, and what was done alone is merged");
    }

    private boolean copyConflicts() throws StoreException {
        String sessionId = places.session().id();
        long copied = Waiting.forResult(places.own().read(handle -> new Conflicts(handle, sessionId).copied()));
        Conflicts.Changes changes =
                Waiting.forResult(places.site().read(handle -> new Conflicts(handle, sessionId).since(copied)));
        if (changes.rows().isEmpty()) {
            return false;
        }
        Waiting.forResult(places.own().write(handle -> {
            new Conflicts(handle, sessionId).apply(changes);
            return true;
        }));
        return true;
    }

    private boolean copyFrames() throws StoreException {
        String sessionId = places.session().id();
        String name = places.station().name();
        boolean isAny = false;
        List<SiteFrame> page;
        do {
            SiteFrame last = Waiting.forResult(places.own().read(handle -> SiteFrames.last(handle, sessionId)));
            page = Waiting.forResult(
                    places.site().read(handle -> SiteFrames.after(handle, sessionId, name, last, FRAMES_PAGE)));
            if (!page.isEmpty()) {
                List<SiteFrame> frames = page;
                isAny = true;
                Waiting.forResult(places.own().write(handle -> {
                    SiteFrames.save(handle, sessionId, frames);
                    return true;
                }));
            }
        } while (page.size() == FRAMES_PAGE);
        return isAny;
    }

    /** Whether this station has closed the session; told once, and again after each change and each start. */
    private void tellClosing() throws StoreException {
        String sessionId = places.session().id();
        Optional<Closing> closing =
                Waiting.forResult(places.own().read(handle -> new ClosedDays(handle).find(sessionId)));
        if (isClosingTold && closing.equals(toldClosing)) {
            return;
        }
        Waiting.forResult(places.site().write(handle -> {
            new SiteClosings(handle, sessionId).tell(places.station().name(), closing);
            return true;
        }));
        toldClosing = closing;
        isClosingTold = true;
    }

    private void fillReserve() throws StoreException {
        String sessionId = places.session().id();
        int missing = reserve - Waiting.forResult(places.own().read(handle -> new Reserve(handle, sessionId).size()));
        if (missing <= 0) {
            return;
        }
        List<Integer> drawn =
                Waiting.forResult(places.site().write(handle -> Reserve.draw(handle, sessionId, missing)));
        CrashPoint.RESERVE_DRAWN.passed();
        Waiting.forResult(places.own().write(handle -> {
            new Reserve(handle, sessionId).add(drawn);
            return true;
        }));
    }

    private void noteStations() throws StoreException {
        List<String> names = Waiting.forResult(places.site()
                .read(handle -> new Stations(handle)
                        .all().stream()
                                .filter(Stations.Row::isAlive)
                                .map(Stations.Row::name)
                                .toList()));
        List<String> known = Waiting.forResult(places.own().read(handle -> new SyncState(handle).stations()));
        if (!names.equals(known)) {
            Waiting.forResult(places.own().write(handle -> {
                new SyncState(handle).saveStations(names);
                return true;
            }));
        }
    }

    /** A few batches; if more waits the next round comes at once, so that the queue is never long behind. */
    private void sendSome() throws StoreException {
        for (int batch = 0; batch < BATCHES_IN_A_ROW; batch++) {
            if (!push.send()) {
                return;
            }
        }
        wake();
        listener.stateChanged();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("the site's copying did not end; what it has not sent goes out after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
