package caixiang.station.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
    private final Comparison comparison = new Comparison();

    @Test
    void whatIsNotHereIsAdded() {
        comparison.compare("sitting", List.of(sitting(1, "p1"), sitting(2, "p2")), List.of(sitting(1, "p1")));

        assertEquals(List.of(), comparison.conflicts());
        assertEquals(1, comparison.present());
        assertEquals(Map.of("sitting", List.of(sitting(2, "p2"))), comparison.fresh());
    }

    @Test
    void aNumberThatIsSomebodyElsesHereIsAConflict() {
        comparison.compare("sitting", List.of(sitting(12, "p1")), List.of(sitting(12, "p9")));

        assertEquals(
                List.of(new Conflict(
                        "sitting", "number 12", "person_id p9, request_id r-p9", "person_id p1, request_id r-p1")),
                comparison.conflicts());
    }

    @Test
    void aPersonWhoHasAnotherNumberHereIsAConflict() {
        comparison.compare("sitting", List.of(sitting(12, "p1")), List.of(sitting(13, "p1")));

        assertEquals("number 13", comparison.conflicts().get(0).here());
    }

    @Test
    void aFrameThatIsHereUnderAnotherSessionIsAConflict() {
        Map<String, Object> here = Map.of("frame_id", "f1", "session_id", "a", "file", "a/0001/f1.jpg", "sha256", "s");
        Map<String, Object> there = Map.of("frame_id", "f1", "session_id", "b", "file", "b/0001/f1.jpg", "sha256", "s");

        comparison.compare("frame", List.of(there), List.of(here));

        assertEquals("f1", comparison.conflicts().get(0).which());
    }

    @Test
    void anotherEncryptionOfTheSameNumberIsTheSame() {
        comparison.compare(
                "person",
                List.of(person("p1", "20260001", "cipher one")),
                List.of(person("p1", "20260001", "cipher two")));

        assertEquals(List.of(), comparison.conflicts());
        assertEquals(1, comparison.present());
    }

    @Test
    void aConflictOfPeopleDoesNotSayWhoTheyAre() {
        Map<String, Object> renamed = new HashMap<>(person("p1", "20260001", "c"));
        renamed.put("name", "样乙");
        comparison.compare("person", List.of(renamed), List.of(person("p1", "20260001", "c")));

        Conflict conflict = comparison.conflicts().get(0);
        assertEquals("another name", conflict.here());
        assertFalse(conflict.toString().contains("样"), conflict.toString());
    }

    @Test
    void thePersonOfTheSameRosterGetsTheIdUsedHere() {
        Map<String, List<Map<String, Object>>> rows = Map.of(
                "person", new ArrayList<>(List.of(new HashMap<>(person("theirs", "20260001", "c")))),
                "sitting", new ArrayList<>(List.of(new HashMap<>(sitting(4, "theirs")))));

        SamePeople.match(rows, List.of(person("ours", "20260001", "d")));

        assertEquals("ours", rows.getOrDefault("person", List.of()).get(0).get("person_id"));
        assertEquals("ours", rows.getOrDefault("sitting", List.of()).get(0).get("person_id"));
    }

    @Test
    void anotherSessionIdReachesRowsAndPathsAndNothingElse() {
        Renaming renaming = new Renaming("2026-06-01-a", "chengdu");
        Map<String, Object> frame = Map.of(
                "session_id", "2026-06-01-a", "file", "2026-06-01-a/0001/x.jpg", "object_name", "2026-06-01-a/y");

        Map<String, Object> renamed = renaming.rows(Map.of("frame", List.of(frame)))
                .getOrDefault("frame", List.of())
                .get(0);

        assertEquals(
                Map.of("session_id", "chengdu", "file", "chengdu/0001/x.jpg", "object_name", "2026-06-01-a/y"),
                renamed);
    }

    private static Map<String, Object> sitting(long number, String person) {
        return Map.of("session_id", "a", "number", number, "person_id", person, "request_id", "r-" + person);
    }

    private static Map<String, Object> person(String id, String student, String encrypted) {
        return Map.of(
                "person_id",
                id,
                "session_id",
                "a",
                "student_number",
                student,
                "name",
                "样甲",
                "id_encrypted",
                encrypted,
                "id_lookup",
                "h" + student);
    }
}
