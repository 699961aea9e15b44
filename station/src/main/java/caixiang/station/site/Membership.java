package caixiang.station.site;

import caixiang.station.site.TakeoverOutcome.Reason;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Session;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.Sittings;
import caixiang.station.store.StateListener;
import caixiang.station.store.Stations;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This station's place among the stations of its site: holds its name, tells the others that it is there, knows who they
 * are, and takes over one that is dead. May be used from any thread; the heartbeat has the thread {@code site}.
 */
@CheckReturnValue
public final class Membership implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Membership.class);

    /** Longer than several lost heartbeats and a restart of the shared database. */
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration BEAT = Duration.ofSeconds(2);

    private final SharedDatabase shared;
    private final SharedQueue queue;
    private final Session session;
    private final ThisStation station;
    private final StateListener listener;
    private final ScheduledExecutorService heart;
    private volatile String address = "";
    private volatile List<StationView> stations = List.of();
    private volatile boolean isReachable = true;

    public Membership(
            SharedDatabase shared, SharedQueue queue, Session session, ThisStation station, StateListener listener) {
        this.shared = shared;
        this.queue = queue;
        this.session = session;
        this.station = station;
        this.listener = listener;
        this.heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "site");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Takes the name and copies the session. Blocks; for the start only.
     *
     * @throws StoreException if another station works under this name
     */
    public void enter() throws StoreException {
        List<StationView> others = Waiting.forResult(shared.write(this::holdAndLook));
        if (others.isEmpty()) {
            throw new StoreException(
                    StoreException.Fault.FAILED,
                    "a station named " + station.name() + " works on this site already; give this one another"
                            + " station.name, or wait " + LEASE.toSeconds() + " s if that computer is off");
        }
        stations = others;
        Waiting.forResult(queue.copy());
        enterWhenItAnswers();
    }

    /** Takes the name as soon as the site answers; for a start while it does not. */
    public void enterWhenItAnswers() {
        var unused = heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * From here on the others are told this address.
     *
     * @param console where this station's console is
     */
    public void consoleIsAt(String console) {
        address = console;
    }

    /** As they were at the last heartbeat, in the order of their names. */
    public List<StationView> stations() {
        return stations;
    }

    /** Whether the last heartbeat reached the shared database. */
    public boolean isReachable() {
        return isReachable;
    }

    /**
     * Lets the person before a dead station wait again, first of all, and forgets that station.
     *
     * @param by who orders it
     */
    public CompletionStage<TakeoverOutcome> takeOver(String name, String by) {
        return queue.commit((handle, journal) -> {
                    Optional<Stations.Row> dead = new Stations(handle).find(name);
                    if (dead.isEmpty()) {
                        return new TakeoverOutcome.Refused(Reason.UNKNOWN);
                    }
                    if (dead.get().isAlive()) {
                        return new TakeoverOutcome.Refused(Reason.ALIVE);
                    }
                    Sittings sittings = new Sittings(handle, session.id());
                    OptionalInt number = sittings.current(name);
                    number.ifPresent(sittings::giveBack);
                    new Stations(handle).forget(name);
                    journal.accept(JournalEntry.of(queue.clock().instant(), session.id(), "taken-over")
                            .number(number)
                            .with("station", name)
                            .with("by", by));
                    return (TakeoverOutcome) new TakeoverOutcome.Taken(number);
                })
                .whenComplete((outcome, failure) -> beatNow());
    }

    private void beatNow() {
        try {
            heart.execute(this::beat);
        } catch (RejectedExecutionException stopping) {
            log.debug("no heartbeat any more");
        }
    }

    /** On the heartbeat's thread. */
    private void beat() {
        try {
            List<StationView> seen = Waiting.forResult(shared.write(this::holdAndLook));
            boolean isCopied = Waiting.forResult(queue.copy());
            boolean isOther = !isReachable || !looksLike(stations, seen);
            stations = seen;
            isReachable = true;
            if (isCopied || isOther) {
                listener.stateChanged();
            }
        } catch (StoreException e) {
            if (isReachable) {
                log.warn("the site does not answer: {}", e.getMessage());
                isReachable = false;
                listener.stateChanged();
            }
        } catch (RuntimeException e) { // The outermost loop: the next beat is tried whatever happened to this one.
            log.error("a heartbeat ended badly", e);
        }
    }

    /** Empty when another station has the name. */
    private List<StationView> holdAndLook(Handle handle) {
        Stations registry = new Stations(handle);
        if (!registry.hold(station.name(), station.instanceId(), address, LEASE)) {
            return List.of();
        }
        ClockLead lead = SiteClock.compare(handle, queue.clock());
        if (lead.isSharp()) {
            registry.noteClock(station.name(), station.instanceId(), lead.millis());
        }
        Sittings sittings = new Sittings(handle, session.id());
        return registry.all().stream()
                .map(row -> new StationView(
                        row.name(),
                        row.address(),
                        row.isAlive(),
                        row.seen(),
                        sittings.current(row.name()),
                        row.name().equals(station.name()),
                        row.clockLead()))
                .toList();
    }

    private static boolean looksLike(List<StationView> before, List<StationView> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).looksLike(after.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Gives the name free at once; who is before this station stays, and can be taken over. */
    @Override
    public void close() {
        heart.shutdownNow();
        try {
            Waiting.forResult(shared.write(handle -> {
                new Stations(handle).release(station.name(), station.instanceId());
                return true;
            }));
        } catch (StoreException e) {
            log.warn("the others will find out by themselves that this station stops: {}", e.getMessage());
        }
    }
}
