package caixiang.station.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.scene.SceneCode;
import caixiang.station.journal.Finding;
import caixiang.station.journal.JournalCheck;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was acknowledged and what was exposed, against what the station has. */
final class Reckoning {
    private static final int OWNERS_READ_MAX = 60;
    private static final int UNREADABLE_ONE_OF = 10;
    private static final Pattern FRAME = Pattern.compile("[0-9a-f-]{36}\\.jpg");

    private final CrashRig rig;
    /** Frame to the number it was acknowledged under. */
    private final Map<String, Integer> acknowledged = new HashMap<>();

    private final Map<Integer, String> studentOf = new TreeMap<>();
    private final Map<String, Filed> frames = new HashMap<>();
    private final Set<Integer> unsettled = new HashSet<>();

    /** @param number 0 in the tray */
    record Filed(String frameId, int number, String file, String sha256) {}

    Reckoning(CrashRig rig) {
        this.rig = rig;
    }

    int exposures() {
        return frames.size();
    }

    void called(int number, String student) {
        studentOf.put(number, student);
        unsettled.add(number);
    }

    void acknowledged(JsonNode capture) {
        acknowledged.put(
                capture.path("frameId").asText(), capture.path("number").asInt());
    }

    /** Reads what has changed; true when every exposure is a frame. */
    boolean isAccountedFor() throws InterruptedException {
        Set<String> exposed = new HashSet<>();
        rig.studio("/shots").forEach(shot -> exposed.add(shot.path("sha256").asText()));
        for (int number : unsettled) {
            Optional<JsonNode> detail = rig.get("api/sittings/" + number);
            if (detail.isEmpty()) {
                return false;
            }
            detail.get().path("frames").forEach(frame -> read(frame, number));
        }
        Optional<JsonNode> tray = rig.get("api/tray");
        tray.ifPresent(all -> all.forEach(frame -> read(frame, 0)));
        Set<String> known = new HashSet<>();
        frames.values().forEach(frame -> known.add(frame.sha256()));
        return tray.isPresent() && known.containsAll(exposed);
    }

    private void read(JsonNode frame, int number) {
        Filed filed = new Filed(
                frame.path("frameId").asText(),
                number,
                frame.path("file").asText(),
                frame.path("sha256").asText());
        Filed before = frames.put(filed.frameId(), filed);
        assertTrue(before == null || before.equals(filed), before + " became " + filed);
    }

    /** After all is accounted for. */
    void settled() {
        Map<String, Filed> once = new HashMap<>();
        for (Filed frame : frames.values()) {
            Filed twice = once.put(frame.sha256(), frame);
            assertTrue(twice == null, "filed twice: " + frame + " and " + twice);
        }
        acknowledged.forEach((frameId, number) -> {
            Filed frame = Objects.requireNonNull(frames.get(frameId), "acknowledged and lost: " + frameId);
            assertEquals(number, frame.number(), "acknowledged under another number: " + frame);
        });
        unsettled.clear();
    }

    /** Looks into the files themselves, and at the journal, the second copies and the paper. */
    void inspect() throws Exception {
        inspectPictures();
        nothingElseLies();
        noSheetCameOutTwice();
        List<Finding> findings = findings();
        for (int i = 0; i < 200 && !findings.isEmpty(); i++) {
            // The file follows the database by a moment.
            Started.pause();
            findings = findings();
        }
        assertEquals(List.of(), findings);
    }

    /** Whose the frames are, and both copies of each. */
    void inspectPictures() throws IOException {
        ownersAreRight();
        secondCopiesAreEqual();
    }

    private List<Finding> findings() throws Exception {
        return new JournalCheck(
                        rig.data.resolve("db/caixiang.sqlite"),
                        List.of(rig.data.resolve("journal"), rig.second.resolve("journal")))
                .check(Optional.empty())
                .findings();
    }

    /** Who is on a frame stands in its pixels and, in full, in its EXIF. */
    private void ownersAreRight() throws IOException {
        Set<Long> nonces = new HashSet<>();
        int read = 0;
        int unreadable = 0;
        for (Filed frame : frames.values()) {
            byte[] bytes = Files.readAllBytes(archived(frame));
            SceneCode exif = SceneCode.readExif(bytes).orElseThrow();
            assertTrue(nonces.add(exif.nonce()), "exposure " + exif.nonce() + " is filed twice");
            if (frame.number() > 0) {
                assertEquals(studentOf.get(frame.number()), exif.sitterKey(), "wrong owner: " + frame);
            }
            if (read < OWNERS_READ_MAX) {
                read++;
                Optional<SceneCode> pixels = SceneCode.read(bytes);
                pixels.ifPresent(code -> assertEquals(exif, code, "pixels and EXIF of " + frame));
                unreadable += pixels.isEmpty() ? 1 : 0;
            }
        }
        // The code of a small picture is coarse: one may be past reading, but none may contradict.
        assertTrue(
                unreadable * UNREADABLE_ONE_OF <= read + UNREADABLE_ONE_OF, unreadable + " of " + read + " unreadable");
    }

    private Path archived(Filed frame) {
        return rig.data.resolve("archive").resolve(frame.file());
    }

    private void secondCopiesAreEqual() throws IOException {
        for (Filed frame : frames.values()) {
            assertEquals(
                    -1, Files.mismatch(archived(frame), rig.second.resolve(frame.file())), "second copy of " + frame);
        }
    }

    private void nothingElseLies() throws IOException {
        Set<String> known = new HashSet<>();
        frames.values().forEach(frame -> known.add(frame.file()));
        Path root = rig.data.resolve("archive");
        try (Stream<Path> files = Files.walk(root)) {
            Set<String> there = new HashSet<>();
            files.filter(file -> FRAME.matcher(file.getFileName().toString()).matches())
                    .forEach(file -> there.add(root.relativize(file).toString()));
            assertEquals(known, there, "frames in the archive");
        }
        try (Stream<Path> spool = Files.list(rig.data.resolve("spool"))) {
            assertEquals(
                    List.of(),
                    spool.filter(file -> file.toString().endsWith(".jpg")).toList(),
                    "left in the spool");
        }
    }

    private void noSheetCameOutTwice() throws IOException {
        Map<String, String> byJob = new HashMap<>();
        try (Stream<Path> documents = Files.list(rig.printed)) {
            for (Path document :
                    documents.filter(each -> each.toString().endsWith(".pdf")).toList()) {
                String name = document.getFileName().toString();
                String before = byJob.put(name.replaceFirst("^\\d+-", ""), name);
                assertTrue(before == null, "printed twice: " + before + " and " + name);
            }
        }
    }
}
