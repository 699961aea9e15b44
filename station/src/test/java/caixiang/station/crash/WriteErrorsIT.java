package caixiang.station.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks that do not take what they are given, and a database that somebody else holds: each ends with a problem that says
 * so, nothing is lost, and work goes on when the cause is gone. One real station for all, on real small file systems.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WriteErrorsIT {
    private static final Set<String> CLEAR =
            Set.of("disk-full", "store-failed", "spool-failed", "camera-timed-out", "damaged-frame");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private CrashRig rig;
    private Reckoning reckoning;
    private Disk data;
    private Disk archive;
    private Disk second;
    private Path secondContent;
    private int people;

    @BeforeAll
    void start() throws Exception {
        Disk.require();
        KillerPath programs = new KillerPath(folder);
        rig = new CrashRig(folder.resolve("rig"), programs);
        // Longer than any machine stalls: what is asked here is how a press ends, not how soon.
        rig.set("capture.deadline = 30s");
        reckoning = new Reckoning(rig);
        secondContent = folder.resolve("disk2");
        // Enough that the agent's reserve of 64 MB is left.
        data = Disk.memory(rig.data, 200);
        archive = Disk.memory(rig.data.resolve("archive"), 60);
        second = Disk.removable(rig.second, secondContent);
        leaveTornSpool();
        assertTrue(rig.up());
        await("the camera is ready", this::cameraIsReady);
    }

    @AfterAll
    void stop() throws Exception {
        if (rig != null) {
            rig.close();
            second.close();
            archive.close();
            data.close();
        }
    }

    @BeforeEach
    void somebodyNew() throws Exception {
        people++;
        String student = CrashRig.student(people);
        var sitting = rig.post("api/check-ins", Map.of("credential", student, "requestId", id()))
                .orElseThrow();
        int number = sitting.json().path("number").asInt();
        if (people > 1) {
            assertTrue(rig.post("api/queue/next", Map.of()).orElseThrow().isFine());
        }
        reckoning.called(number, student);
        rig.tellStudio("/seat", Map.of("key", student, "seed", people));
    }

    /** Whatever went wrong: every exposure is a frame, twice on disk, under its person, and the next press works. */
    @AfterEach
    void workGoesOn() throws Exception {
        await("every exposure is a frame", this::isAccountedFor);
        assertFiled(press());
        await("every exposure is a frame", this::isAccountedFor);
        reckoning.settled();
        await("everything is as it should be", () -> {
            try {
                reckoning.inspectPictures();
                return true;
            } catch (AssertionError | Exception notYet) {
                return false;
            }
        });
        reckoning.inspectPictures();
    }

    @Test
    void aFullArchiveDiskIsTold() throws Exception {
        archive.fill(0);
        assertProblem(press(), "disk-full");
        archive.empty();
    }

    @Test
    void anArchiveThatBecameReadOnlyIsTold() throws Exception {
        archive.readOnly(true);
        assertProblem(press(), "store-failed");
        archive.readOnly(false);
    }

    @Test
    void aSpoolWithoutRoomIsToldAndThePictureIsFetchedFromTheCardLater() throws Exception {
        data.fill(20L << 20);
        assertProblem(press(), "spool-failed");
        data.empty();
    }

    @Test
    void aFullDatabaseDiskIsToldBeforeOrAfterTheShutter() throws Exception {
        data.fill(0);
        assertClear(press());
        data.empty();
    }

    @Test
    void aSecondDiskThatIsUnpluggedWhileShootingGetsItsCopyWhenItIsBack() throws Exception {
        second.unplug();
        var answer = press();
        // Filed with one copy owed, or kept in the spool until the second disk is back: either way it is told.
        assertTrue(answer.status() == 200 || CLEAR.contains(code(answer)), answer.toString());
        second.plugIn(secondContent);
    }

    @Test
    void aDatabaseThatAnotherProgramHoldsForLongIsToldAndAFrameMeanwhileWaitsInTheSpool() throws Exception {
        assertFiled(press());
        String file = "jdbc:sqlite:" + rig.data.resolve("db/caixiang.sqlite");
        try (Connection other = DriverManager.getConnection(file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            rig.tellStudio("/shutter", Map.of());
            assertClear(press());
            await("the frame of the body's button is in the spool", () -> spooled() > 0);
            statement.execute("ROLLBACK");
        }
    }

    /** Was left before the start: the station has started all the same and touches no picture that it cannot explain. */
    @Test
    void aTornSpoolDoesNotKeepTheStationFromWorking() throws Exception {
        Path spool = rig.data.resolve("spool");
        assertTrue(Files.notExists(spool.resolve("0a-half.part")), "worthless, and removed");
        assertTrue(Files.notExists(spool.resolve("0b-alone.json")), "explains nothing, and removed");
        assertEquals("no note", Files.readString(spool.resolve("0c-unexplained.jpg")));
        assertEquals("garbled", Files.readString(spool.resolve("0d-garbage.jpg")));
        assertFiled(press());
        Files.delete(spool.resolve("0c-unexplained.jpg"));
        Files.delete(spool.resolve("0d-garbage.jpg"));
        Files.delete(spool.resolve("0d-garbage.json"));
    }

    private void leaveTornSpool() throws Exception {
        Path spool = Files.createDirectories(rig.data.resolve("spool"));
        Files.writeString(spool.resolve("0a-half.part"), "half a picture");
        Files.writeString(spool.resolve("0b-alone.json"), "{}");
        Files.writeString(spool.resolve("0c-unexplained.jpg"), "no note");
        Files.writeString(spool.resolve("0d-garbage.jpg"), "garbled");
        Files.writeString(spool.resolve("0d-garbage.json"), "}{ \u0000");
    }

    private CrashRig.Answer press() throws Exception {
        Optional<CrashRig.Answer> answer = rig.post("api/captures", Map.of("requestId", id(), "source", "api"));
        answer.filter(CrashRig.Answer::isFine)
                .map(CrashRig.Answer::json)
                .filter(json -> json.path("state").asText().equals("filed"))
                .ifPresent(reckoning::acknowledged);
        return answer.orElseThrow();
    }

    private void assertFiled(CrashRig.Answer answer) {
        assertEquals(200, answer.status(), () -> answer + "\n" + rig.logs());
    }

    private static void assertProblem(CrashRig.Answer answer, String code) {
        assertEquals(code, code(answer), answer.toString());
        assertClear(answer);
    }

    private static void assertClear(CrashRig.Answer answer) {
        assertTrue(CLEAR.contains(code(answer)), answer.toString());
        assertTrue(answer.json().path("title").asText().length() > 20, "says what to do: " + answer);
    }

    private static String code(CrashRig.Answer answer) {
        return answer.json().path("code").asText();
    }

    private long spooled() {
        String[] pictures = rig.data
                .resolve("spool")
                .toFile()
                .list((place, name) -> name.endsWith(".jpg") && !name.matches("0[cd]-.*"));
        return pictures == null ? 0 : List.of(pictures).size();
    }

    private boolean cameraIsReady() {
        try {
            return rig.cameraIsReady();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isAccountedFor() {
        try {
            return reckoning.isAccountedFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(String what, BooleanSupplier fact) throws Exception {
        assertTrue(CrashRig.within(CrashRig.SOON, fact), () -> what + "\n" + rig.logs());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
