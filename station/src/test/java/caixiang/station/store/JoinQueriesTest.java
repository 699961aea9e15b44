package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked at every frame must not grow with the day: SQLite says by which index it would look. */
final class JoinQueriesTest {
    private static final List<String> ASKED = List.of(
            "SELECT * FROM shot "
                    + Shots.OPEN_OF_CAMERA
                            .replace("<open>", "'requested', 'fired', 'late'")
                            .replace(":serial", "'a'"),
            "SELECT * FROM frame " + Frames.LAST_OWNED.replace(":serial", "'a'"),
            CameraClocks.NEWEST
                    .replace(":serial", "'a'")
                    .replace(":source", "'exif'")
                    .replace(":limit", "8"),
            "SELECT 1 FROM camera_clock WHERE shot_id = 'a'",
            "SELECT * FROM frame WHERE shot_id = 'a' ORDER BY frame_id LIMIT 1",
            "SELECT * FROM frame WHERE camera_serial = 'a' AND object_folder = 'f' AND object_name = 'n'"
                    + " AND object_bytes = 1 AND object_modified = 1",
            "SELECT * FROM frame WHERE session_id = 'a' ORDER BY filed_at DESC, frame_id DESC LIMIT 1",
            "SELECT number FROM sitting WHERE session_id = 'a' AND called_at <= 9 AND (ended_at IS NULL OR ended_at >= 1)");

    @TempDir
    private Path folder;

    @Test
    void everythingAskedAtAFrameIsFoundByAnIndex() throws Exception {
        try (Database database = Database.open(folder.resolve("db.sqlite"), Clock.systemUTC())) {
            for (String query : ASKED) {
                List<String> plan =
                        Waiting.forResult(database.read(handle -> handle.createQuery("EXPLAIN QUERY PLAN " + query)
                                .map((rs, ctx) -> rs.getString("detail"))
                                .list()));
                assertTrue(plan.stream().noneMatch(step -> step.startsWith("SCAN")), query + " " + plan);
                assertTrue(plan.get(0).contains("USING"), query + " " + plan);
            }
        }
    }
}
