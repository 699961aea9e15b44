package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.DayApi;
import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StudioControl;
import caixiang.sim.rehearsal.plan.DayPlan;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays a planned day to its end: desks and operators each on a thread, then the closing, then the books. */
public final class DayRun {
    private static final Logger log = LoggerFactory.getLogger(DayRun.class);
    private static final Duration PROGRESS = Duration.ofSeconds(10);

    private final DaySetting day;
    private final List<Post> posts;
    private final Duration lateness;
    private final List<Stand> stands = new ArrayList<>();
    private final List<JournalWatch> journals = new ArrayList<>();

    /** @param lateness how long a frame must be on its way to be late for the station */
    public DayRun(DayPlan plan, List<Post> posts, Duration lateness) {
        this.day = new DaySetting(plan, new Arrivals(plan.arrivals()), new DayLog(), new Patience());
        this.posts = List.copyOf(posts);
        this.lateness = lateness;
        this.posts.forEach(post -> stands.add(stand(post)));
    }

    private Stand stand(Post post) {
        StudioControl studio = new StudioControl(post.studio());
        return new Stand(
                post.camera(),
                new DayApi(post.station()::address),
                studio,
                new CameraTrouble(studio, day.patience(), lateness),
                new PrinterAttendant(day, studio),
                new StationKeeper(day, post.station()));
    }

    /**
     * Blocks until the day is over.
     *
     * @throws RehearsalException when the books cannot be read in the end
     */
    public DayResult run() throws RehearsalException, IOException, InterruptedException {
        long start = System.nanoTime();
        List<Thread> people = startEverybody();
        for (Thread person : people) {
            while (person.isAlive()) {
                person.join(PROGRESS.toMillis());
                tellProgress();
            }
        }
        Duration shooting = Duration.ofNanos(System.nanoTime() - start);
        close();
        Duration whole = Duration.ofNanos(System.nanoTime() - start);
        BookKeeper keeper = new BookKeeper(day.log(), posts, stands);
        long lines = journals.stream().mapToLong(JournalWatch::lines).sum();
        return new DayResult(
                day.log(),
                keeper.read(journals),
                shooting,
                whole,
                lines,
                day.patience().isBrokenOff());
    }

    private void tellProgress() {
        log.info(
                "{} of {} checked in, {} presses",
                day.log().numberedCount(),
                day.plan().people().size(),
                day.log().pressCount());
    }

    private List<Thread> startEverybody() {
        List<Thread> people = new ArrayList<>();
        for (Stand stand : stands) {
            JournalWatch journal = new JournalWatch(stand.station());
            journals.add(journal);
            daemon("journal-" + stand.camera(), journal);
            people.add(daemon("camera-" + stand.camera(), new Operator(day, stand)));
        }
        for (int desk = 0; desk < day.plan().order().desks(); desk++) {
            Post post = posts.get(desk % posts.size());
            Desk client = new Desk(
                    day,
                    () -> new DayApi(post.station()::address),
                    day.plan().order().seed() + desk);
            people.add(daemon("desk-" + (desk + 1), client));
        }
        return people;
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void close() throws InterruptedException {
        for (Stand stand : stands) {
            stand.keeper().close();
            stand.attendant().close();
            Closing closing = new Closing(day, stand);
            try {
                closing.awaitFrames();
                closing.awaitPaper();
            } catch (RehearsalException e) {
                day.log().problem("the day could not be closed: " + e.getMessage());
            }
        }
        journals.forEach(JournalWatch::close);
    }
}
