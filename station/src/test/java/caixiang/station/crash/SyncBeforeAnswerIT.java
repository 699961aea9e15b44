package caixiang.station.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Watches, from outside, what station and agent ask of the operating system during one press: everything that the answer
 * promises has been synced before the answer is written to its socket.
 */
@Timeout(240)
class SyncBeforeAnswerIT {
    private static final Pattern UNFINISHED = Pattern.compile("^(\\d+) (.*) <unfinished \\.\\.\\.>$");
    private static final Pattern RESUMED = Pattern.compile("^(\\d+) <\\.\\.\\. \\w+ resumed>(.*)$");
    private static final Pattern WHOLE = Pattern.compile("^(\\d+) (\\w+\\(.*)$");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void fileFoldersAndDatabaseAreSyncedBeforeThePressIsAnswered() throws Exception {
        requireStrace();
        Path trace = folder.resolve("trace");
        List<String> calls;
        String frame;
        try (CrashRig rig = new CrashRig(folder.resolve("rig"), new KillerPath(folder))) {
            rig.watchedBy(List.of(
                    "strace",
                    "-f",
                    "-qq",
                    "-y",
                    "-s",
                    "2000",
                    "--seccomp-bpf",
                    "-e",
                    "trace=fsync,fdatasync,rename,renameat,renameat2,write,writev,sendto,sendmsg",
                    "-e",
                    "signal=none",
                    "-o",
                    trace.toString()));
            assertTrue(rig.up());
            assertTrue(CrashRig.within(CrashRig.SOON, () -> isReady(rig)), "the camera is ready");
            assertTrue(rig.post("api/check-ins", Map.of("credential", CrashRig.student(1), "requestId", id()))
                    .isPresent());
            rig.tellStudio("/seat", Map.of("key", CrashRig.student(1), "seed", 1));
            CrashRig.Answer answer = rig.post("api/captures", Map.of("requestId", id(), "source", "api"))
                    .orElseThrow();
            assertEquals(200, answer.status(), answer.toString());
            frame = rig.get("api/frames/" + answer.json().path("frameId").asText())
                    .orElseThrow()
                    .path("file")
                    .asText();
            assertTrue(CrashRig.within(CrashRig.SOON, () -> text(trace).contains(ANSWER)), "the answer is traced");
            calls = ended(Files.readAllLines(trace, StandardCharsets.UTF_8));
        }
        String place = frame.substring(0, frame.lastIndexOf('/'));
        String number = Pattern.quote(place);
        int intent = first(calls, 0, SYNC + "caixiang\\.sqlite-wal>\\) *= 0");
        int part = first(calls, intent, SYNC + "/spool/[^>]*\\.part>");
        int note = first(calls, part, "rename.*/spool/[^\"]*\\.json\"\\) *= 0");
        int spooled = first(calls, note, "rename.*/spool/[^\"]*\\.jpg\".*= 0");
        int spoolSynced = first(calls, spooled, SYNC + "/spool>");
        int sidecar = first(calls, spoolSynced, SYNC + "/archive/" + number + "/[^>]*\\.json[^>]*>");
        int second = first(calls, spoolSynced, SYNC + "/second/" + number + "/[^>]*\\.jpg[^>]*>");
        int moved = first(calls, Math.max(sidecar, second), "rename.*/archive/" + Pattern.quote(frame) + "\".*= 0");
        int folderSynced = first(calls, moved, SYNC + "/archive/" + number + ">");
        int committed = first(calls, folderSynced, SYNC + "caixiang\\.sqlite-wal>\\) *= 0");
        int answered = first(calls, committed, ".*" + Pattern.quote(ANSWER));
        assertEquals(
                answered,
                first(calls, 0, ".*" + Pattern.quote(ANSWER)),
                "nothing is said before the last sync, the commit's");
    }

    private static final String SYNC = "f(?:data)?sync\\(\\d+<[^>]*";

    /** As it stands in strace's words, with its quotation marks escaped. */
    private static final String ANSWER = "\\\"state\\\":\\\"filed\\\"";

    /** The calls in the order in which they ended; one that another thread interrupted in the trace is put together. */
    private static List<String> ended(List<String> lines) {
        Map<String, String> begun = new HashMap<>();
        List<String> calls = new ArrayList<>();
        for (String raw : lines) {
            String line = raw.replaceFirst("^(\\d+) +", "$1 ");
            Matcher unfinished = UNFINISHED.matcher(line);
            Matcher resumed = RESUMED.matcher(line);
            Matcher whole = WHOLE.matcher(line);
            if (unfinished.matches()) {
                begun.put(unfinished.group(1), unfinished.group(2));
            } else if (resumed.matches()) {
                calls.add(begun.getOrDefault(resumed.group(1), "") + resumed.group(2));
            } else if (whole.matches()) {
                calls.add(whole.group(2));
            }
        }
        return calls;
    }

    private static int first(List<String> calls, int from, String beginning) {
        Pattern pattern = Pattern.compile("^(?:" + beginning + ")");
        for (int i = from; i < calls.size(); i++) {
            if (pattern.matcher(calls.get(i)).find()) {
                return i;
            }
        }
        throw new AssertionError("after call " + from + " there is no " + beginning + " in\n"
                + String.join("\n", calls.subList(from, calls.size())));
    }

    /** Containers may forbid one process to watch another; in CI it must be allowed. */
    private static void requireStrace() throws InterruptedException {
        boolean works;
        try {
            Process process = new ProcessBuilder("strace", "-f", "-qq", "-o", "/dev/null", "true").start();
            works = process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            works = false;
        }
        assumeTrue(works || System.getenv("CI") != null, "SKIPPED: strace is missing or may not watch processes here");
        assertTrue(works, "strace is missing or may not watch processes here; apt-get install strace");
    }

    private static boolean isReady(CrashRig rig) {
        try {
            return rig.cameraIsReady();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
