package caixiang.sim.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StationApi;
import caixiang.sim.rehearsal.link.StationEvents;
import caixiang.sim.rehearsal.link.StudioControl;
import caixiang.sim.rehearsal.report.RehearsalResult;
import caixiang.sim.rehearsal.verdict.FrameInspector;
import caixiang.sim.rehearsal.verdict.PrintedPaper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal is worth having only if it fails when a picture is swapped, lost or not printed. */
@Timeout(60)
class RehearsalTest {
    private static final List<String> STUDENTS = List.of("20260001", "20260002", "20260003");

    @TempDir
    Path printed;

    private ScriptedStation scripted;

    @BeforeEach
    void start() throws IOException {
        scripted = new ScriptedStation(printed);
    }

    @AfterEach
    void stop() {
        scripted.close();
    }

    @Test
    void anHonestStationIsVerified() throws Exception {
        RehearsalResult result = rehearse();
        assertEquals(List.of(), result.findings());
        assertTrue(result.isVerified());
        assertEquals(3, result.turns().size());
    }

    @Test
    void aSwappedFrameIsNamedEvenWhenItsDigestIsRight() throws Exception {
        scripted.afterCapture = () -> {
            if (scripted.frames.size() == 2) {
                // The station files the first person's bytes under the second number, consistently.
                scripted.originals.put("frame-2", scripted.original("frame-1"));
                frame(2).put("sha256", frame(1).path("sha256").asText());
            }
        };
        assertProblems(
                "number 2, 20260002: the pixels show 20260001",
                "number 2, 20260002: exposure 1 was filed before, as 20260001");
    }

    @Test
    void aFrameToldToBeSomebodyElsesIsNamed() throws Exception {
        scripted.afterCapture =
                () -> frame(scripted.frames.size()).withObject("/person").put("studentNumber", "1");
        assertProblems("number 3, 20260003: the station says it is of 1");
    }

    @Test
    void aChangedOriginalIsNamed() throws Exception {
        scripted.afterCapture = () -> scripted.originals.put("frame-1", "CXSIM|20260001|01");
        assertProblems("number 1, 20260001: the original's SHA-256 is ", "number 1, 20260001: the camera shot ");
    }

    @Test
    void anUnreadablePictureIsNotTakenForVerified() throws Exception {
        scripted.afterCapture = () -> scripted.originals.put("frame-1", "white paper");
        assertProblems("number 1, 20260001: no code can be read from the pixels");
    }

    @Test
    void aSheetThatFailedIsNamed() throws Exception {
        scripted.afterCapture = () -> ((ObjectNode) frame(1).path("sheets").get(1))
                .put("state", "failed")
                .put("jobState", "aborted");
        assertProblems("number 1, 20260001: sheet 8x1in is failed, its job aborted");
    }

    @Test
    void aSheetThatNeverReachedThePrinterIsNamed() throws Exception {
        scripted.afterCapture = () -> delete("frame-1-4x2in.pdf");
        assertProblems("number 1, 20260001: the printer has not received the file of sheet 4x2in");
    }

    @Test
    void aSecondFiringOfTheCameraIsNoticed() throws Exception {
        scripted.afterCapture = () -> scripted.shots.addObject().put("nonce", 100 + scripted.shots.size());
        assertProblems("the camera fired 6 times for 3 people");
    }

    @Test
    void aFrameInTheTrayIsNoticed() throws Exception {
        scripted.afterCapture = () -> scripted.tray.removeAll().addObject();
        assertProblems("1 frames lie in the tray");
    }

    @Test
    void aStationWithFramesInItsTrayIsLeftAlone() {
        scripted.tray.addObject();
        assertThrows(RehearsalException.class, this::rehearse);
        assertEquals(0, scripted.shots.size());
    }

    private RehearsalResult rehearse() throws RehearsalException, InterruptedException {
        StationApi station = new StationApi(scripted.address());
        StudioControl studio = new StudioControl(scripted.address());
        TurnPlayer player = new TurnPlayer(station, studio, new StationEvents());
        FrameInspector inspector =
                new FrameInspector(station, studio, ScriptedStation.codes(), Optional.of(new PrintedPaper(printed)));
        return new Rehearsal(station, studio, player, inspector).run(STUDENTS, turn -> {});
    }

    private void assertProblems(String... beginnings) throws Exception {
        RehearsalResult result = rehearse();
        List<String> problems = result.findings();
        for (String beginning : beginnings) {
            assertTrue(problems.stream().anyMatch(p -> p.startsWith(beginning)), beginning + " is not in " + problems);
        }
        assertFalse(result.isVerified());
    }

    private ObjectNode frame(int index) {
        return scripted.frame("frame-" + index);
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(printed.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
