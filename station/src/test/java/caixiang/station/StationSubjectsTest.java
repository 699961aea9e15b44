package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.Subject;
import caixiang.layouts.SubjectSource.SourceException;
import caixiang.station.store.Database;
import caixiang.station.store.Waiting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom {@code sheet gang} and {@code sheet proof} find in a station's database. */
@Timeout(60)
final class StationSubjectsTest {
    @TempDir
    private Path data;

    @BeforeEach
    void fill() throws Exception {
        try (Database database = Database.open(data.resolve("db/caixiang.sqlite"), Clock.systemUTC())) {
            Waiting.forResult(database.write(handle -> {
                handle.execute(
                        "INSERT INTO session (session_id, name, last_number, opened_at) VALUES ('old', 'o', 0, 1)");
                handle.execute(
                        "INSERT INTO session (session_id, name, last_number, opened_at) VALUES ('new', 'n', 3, 2)");
                person(handle, 1, "样甲子", "二班");
                person(handle, 2, "样乙丑", "一班");
                person(handle, 3, "样丙寅", "一班");
                handle.execute("INSERT INTO person (person_id, session_id, student_number, name, college, class_name)"
                        + " VALUES ('p9', 'new', '9', '样丁卯', '示例学院', '一班')");
                portrait(handle, "f1", 2, "new/0002/f1-portrait.jpg");
                portrait(handle, "f2", 2, "new/0002/f2-portrait.jpg");
                portrait(handle, "f3", 3, null);
                return true;
            }));
        }
    }

    @Test
    void theNewestPortraitOfEverybodyWithANumberByClass() throws Exception {
        List<Subject> subjects = subjects(Map.of());
        assertEquals(
                List.of("示例学院 一班 0002 样*丑 true", "示例学院 一班 0003 样*寅 false", "示例学院 二班 0001 样*子 false"),
                subjects.stream()
                        .map(subject -> subject.group() + " " + subject.number() + " " + subject.name() + " "
                                + subject.portrait().isPresent())
                        .toList());
        assertEquals(
                data.resolve("archive/new/0002/f2-portrait.jpg"),
                subjects.get(0).portrait().orElseThrow());
    }

    @Test
    void oneClassOfASession() throws Exception {
        assertEquals(1, subjects(Map.of("--class", "二班", "--session", "new")).size());
    }

    @Test
    void whatIsNotThereIsAnsweredWithWhatIs() {
        assertRefused(Map.of("--class", "三班"), "nobody with a number in 三班; 班级 / classes: 一班, 二班");
        assertRefused(Map.of("--session", "2026"), "no session 2026; 现有 / there are new, old");
        assertRefused(Map.of("--data", data.resolve("elsewhere").toString()), "there is no database");
    }

    private void assertRefused(Map<String, String> options, String message) {
        var refusal = assertThrows(SourceException.class, () -> subjects(options));
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }

    private List<Subject> subjects(Map<String, String> options) throws SourceException {
        var all = new HashMap<>(Map.of("--data", data.toString()));
        all.putAll(options);
        return new StationSubjects().subjects(all);
    }

    private static void person(Handle handle, int number, String name, String className) {
        handle.execute(
                "INSERT INTO person (person_id, session_id, student_number, name, college, class_name)"
                        + " VALUES (?, 'new', ?, ?, '示例学院', ?)",
                "p" + number,
                "" + number,
                name,
                className);
        handle.execute(
                "INSERT INTO sitting (session_id, number, person_id, request_id, status, checked_in_at)"
                        + " VALUES ('new', ?, ?, ?, 'done', 1)",
                number,
                "p" + number,
                "r" + number);
    }

    private static void portrait(Handle handle, String frame, int number, @Nullable String file) {
        handle.execute(
                "INSERT INTO frame (frame_id, session_id, number, reason, file, sha256, bytes, camera_serial,"
                        + " camera_model, camera_port, object_folder, object_name, object_bytes, object_modified,"
                        + " announced_at, spooled_at, filed_at) VALUES (?, 'new', ?, 'intent', ?, '0', 1, 'c', 'm', 'p',"
                        + " '/', 'o', 1, 1, 1, 1, 1)",
                frame,
                number,
                frame + ".jpg");
        handle.execute(
                "INSERT INTO portrait (frame_id, file, sha256, problem, cut_at, sheets_planned) VALUES (?, ?, ?, ?, 1, 0)",
                frame,
                file,
                file == null ? null : "0",
                file == null ? "no-picture" : null);
    }
}
