package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.config.CaptureSettings;
import caixiang.station.store.Database;
import caixiang.station.store.Ids;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The join against the truth, over many days of all kinds of trouble. {@code -Dcaixiang.random.days} makes it longer. */
@Timeout(300)
final class RandomDaysTest {
    private static final Logger log = LoggerFactory.getLogger(RandomDaysTest.class);
    private static final int DAYS = Integer.getInteger("caixiang.random.days", 20);
    private static final int PEOPLE = 30;

    @TempDir
    private Path folder;

    private int frames;
    private int inTray;

    @Test
    void noFrameIsEverUnderAWrongNumber() throws Exception {
        play(RandomDay.Trouble.MUCH);

        log.info("trouble: {} frames, {} in the tray", frames, inTray);
        assertTrue(inTray > 0, "days without any doubt prove nothing");
        assertTrue(inTray < frames * 0.12, inTray + " of " + frames + " in the tray");
    }

    @Test
    void withoutTroubleHardlyAnyFrameLiesInTheTray() throws Exception {
        play(RandomDay.Trouble.NONE);

        log.info("no trouble: {} frames, {} in the tray", frames, inTray);
        assertTrue(inTray < frames * 0.02, inTray + " of " + frames + " in the tray");
    }

    private void play(RandomDay.Trouble trouble) throws Exception {
        TestClock clock = new TestClock();
        try (Database database = Database.open(folder.resolve("db.sqlite"), clock)) {
            for (int i = 0; i < DAYS; i++) {
                long seed = 20_261_122L + i;
                RandomDay day = Waiting.forResult(database.write(handle -> played(handle, clock, seed, trouble)));
                assertEquals(List.of(), day.wrong, "seed " + seed);
                frames += day.frames;
                inTray += day.inTray;
                clock.pass(Duration.ofHours(1));
            }
        }
    }

    private static RandomDay played(Handle handle, TestClock clock, long seed, RandomDay.Trouble trouble) {
        Random random = new Random(seed);
        Session session = new Session("day-" + seed, "示例");
        new Sessions(handle).open(session, clock.instant());
        for (int number = 1; number <= PEOPLE; number++) {
            handle.execute(
                    "INSERT INTO person (person_id, session_id, student_number, name, college, class_name)"
                            + " VALUES (?, ?, ?, '样', '', '') ON CONFLICT DO NOTHING",
                    "person-" + number,
                    session.id(),
                    "2026" + number);
        }
        var settings = new CaptureSettings(Duration.ofSeconds(20), Studio.SETTLING, 0);
        var context = new CaptureContext(session, "A", settings, new Ids(clock, random));
        RandomDay day = new RandomDay(handle, context, clock, random, trouble);
        day.run();
        return day;
    }
}
