package caixiang.station.site.sync;

import caixiang.station.checkin.CheckIn;
import caixiang.station.checkin.CheckInOutcome;
import caixiang.station.checkin.RosterImport;
import caixiang.station.checkin.RosterReport;
import caixiang.station.day.Obstacle;
import caixiang.station.site.Joining;
import caixiang.station.site.Membership;
import caixiang.station.site.SharedQueue;
import caixiang.station.site.StationView;
import caixiang.station.site.ThisStation;
import caixiang.station.store.ClosedDays;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.SharedAddress;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import caixiang.station.store.Work;
import caixiang.station.store.sync.Conflicts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/** One station of a site as the rooms see it: its own database, the shared one, queue and copying; no camera, no web. */
final class SiteStation implements AutoCloseable {
    static final Session SESSION = new Session("2026-11-22", "样例学院");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final Database own;
    final SteadyQueue steady;
    final SharedSite site;
    private final SharedDatabase shared;
    private final CheckIn desk;
    private final RosterImport roster;
    private final SiteSync sync;
    private final Membership membership;
    private final String name;
    private int requests;

    SiteStation(Path folder, String name, SharedAddress address, Clock clock) throws Exception {
        this.name = name;
        own = Database.open(folder.resolve(name).resolve("caixiang.db"), clock);
        IdentityVault vault = IdentityKey.open(folder.resolve("identity.key"), own);
        Waiting.forResult(own.write(handle -> new Sessions(handle).open(SESSION, clock.instant())));
        shared = SharedDatabase.at(address, clock);
        Ids ids = new Ids(clock, new Random(name.hashCode()));
        ThisStation station = enter(name, vault, ids);
        SharedQueue queue = new SharedQueue(shared, own, SESSION, station);
        steady = new SteadyQueue(queue, own, SESSION, () -> {});
        steady.start();
        membership = new Membership(shared, queue, SESSION, station, () -> {});
        if (isEntered) {
            membership.enter();
        } else {
            Waiting.forResult(steady.lost(new IllegalStateException("not reached at the start")));
            membership.enterWhenItAnswers();
        }
        sync = new SiteSync(new SiteSync.Places(own, shared, queue, SESSION, station), steady, 20, () -> {});
        sync.start();
        desk = new CheckIn(steady, vault, SESSION, () -> {});
        roster = new RosterImport(new RosterImport.Records(own, steady.together()), vault, SESSION, ids, () -> {});
        site = new SharedSite(own, SESSION, steady, sync::caughtUp);
    }

    private boolean isEntered;

    private ThisStation enter(String wanted, IdentityVault vault, Ids ids) throws StoreException {
        Joining joining = new Joining(shared, own, SESSION);
        try {
            ThisStation joined = joining.join(wanted, true, vault, ids);
            isEntered = true;
            return joined;
        } catch (StoreException e) {
            return joining.goOnAlone(wanted, true, ids).orElseThrow(() -> e);
        }
    }

    int checkIn(String studentNumber) throws StoreException {
        CheckInOutcome outcome = Waiting.forResult(desk.checkIn(studentNumber, name + "-" + ++requests, "test"));
        return ((CheckInOutcome.Given) outcome).number();
    }

    OptionalInt callNext() throws StoreException {
        return Waiting.forResult(desk.callNext("test"));
    }

    RosterReport importRoster(String csv) throws StoreException {
        return Waiting.forResult(roster.importCsv(csv.getBytes(StandardCharsets.UTF_8), "test"));
    }

    void file(int index, int number) throws StoreException {
        write(handle -> {
            new Frames(handle).insert(SampleFrames.frame(SESSION.id(), name, index, number));
            return true;
        });
    }

    List<Obstacle> obstacles() throws StoreException {
        return Waiting.forResult(site.obstacles());
    }

    List<StationView> stations() {
        return membership.stations();
    }

    /** As the room {@code day} does, which has its own tests. */
    void closeDay() throws StoreException {
        write(handle -> {
            new ClosedDays(handle).close(SESSION.id(), new ClosedDays.Closing(Instant.now(), "李老师", 1, "hash"));
            return true;
        });
    }

    boolean isOffline() {
        return steady.offlineSince().isPresent();
    }

    void awaitOffline() {
        await("station " + name + " goes offline", this::isOffline);
    }

    /** Online, everything sent, everything of the others copied. */
    void awaitInStep(int frames) {
        await(
                "station " + name + " is back and in step: " + frames + " frames",
                () -> !isOffline()
                        && number("SELECT count(*) FROM outbox") == 0
                        && number("SELECT (SELECT count(*) FROM frame) + (SELECT count(*) FROM site_frame)") == frames);
    }

    static void await(String what, BooleanSupplier fact) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("in vain: " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Everything of the sittings that all databases must agree on. */
    List<String> sittings() throws StoreException {
        return read(SiteStation::sittings);
    }

    static List<String> sittings(Handle handle) {
        return handle.createQuery("SELECT number || ' ' || student_number || ' ' || status || ' '"
                        + " || COALESCE(station, '-') || ' ' || COALESCE(second_of, 0) FROM sitting"
                        + " JOIN person ON person.person_id = sitting.person_id ORDER BY number")
                .mapTo(String.class)
                .list();
    }

    List<Conflicts.Row> conflicts() throws StoreException {
        return read(handle -> new Conflicts(handle, SESSION.id()).all());
    }

    Optional<Conflicts.Row> conflict(String kind) throws StoreException {
        return conflicts().stream().filter(row -> row.kind().equals(kind)).findFirst();
    }

    List<String> journal() throws StoreException {
        return read(handle -> handle.createQuery("SELECT what FROM journal ORDER BY sequence")
                .mapTo(String.class)
                .list());
    }

    int number(String sql) {
        try {
            return read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    <T> T read(Work<T> work) throws StoreException {
        return Waiting.forResult(own.read(work));
    }

    <T> T write(Work<T> work) throws StoreException {
        return Waiting.forResult(own.write(work));
    }

    @Override
    public void close() {
        sync.close();
        membership.close();
        shared.close();
        own.close();
    }
}
