package caixiang.station.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.crash.Blow.Victim;
import caixiang.station.store.SharedAddress;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;

/** One of two stations of a site, with its own camera, as its operator uses it. Confined to one thread at a time. */
final class CutOffStation implements AutoCloseable {
    private static final int PEOPLE = 40;
    private static final int RESERVE = 20;

    final CrashRig rig;
    final Reckoning reckoning;
    /** Number to student, as this station's desk said. */
    final Map<Integer, String> given = new TreeMap<>();

    private final String name;
    private int presses;
    private long orders;

    CutOffStation(Path folder, String name, SharedAddress site, KillerPath programs) throws Exception {
        this.name = name;
        rig = new CrashRig(folder.resolve(name), programs, PEOPLE, """
                station.name = "%s"
                identity.key = "%s"
                roster = "%s"
                shared { url = "%s", user = "%s", reserve = %d }
                """.formatted(
                        name,
                        folder.resolve("identity.key"),
                        folder.resolve(name).resolve("roster.csv"),
                        site.url(),
                        site.user(),
                        RESERVE));
        reckoning = new Reckoning(rig);
    }

    String name() {
        return name;
    }

    String logs() throws IOException {
        return rig.logs();
    }

    void start() throws Exception {
        assertTrue(rig.up());
        awaitCamera();
    }

    /** Whoever checks in where nobody sits is called at once. */
    int checkIn(int person) throws Exception {
        return checkIn(person, UUID.randomUUID().toString());
    }

    private int checkIn(int person, String request) throws Exception {
        String student = CrashRig.student(person);
        Optional<CrashRig.Answer> answer = Optional.empty();
        while (answer.isEmpty()) {
            assertTrue(rig.up());
            answer = rig.post("api/check-ins", Map.of("credential", student, "requestId", request));
        }
        assertTrue(answer.get().isFine(), answer.get().toString());
        int number = answer.get().json().path("number").asInt();
        String before = given.put(number, student);
        assertTrue(before == null || before.equals(student), number + " is " + before + "'s and " + student + "'s");
        return number;
    }

    private Optional<JsonNode> current() throws Exception {
        return rig.get("api/state")
                .map(state -> state.path("queue").path("current"))
                .filter(JsonNode::isObject);
    }

    /** If nobody sits here, and somebody waits. */
    void callSomebody() throws Exception {
        if (current().isEmpty()) {
            assertTrue(rig.post("api/queue/next", Map.of()).orElseThrow().isFine());
        }
    }

    /** Whoever is before the camera: it is this station that says who that is. */
    void photograph() throws Exception {
        JsonNode sitting = current().orElseThrow();
        String student = sitting.path("person").path("studentNumber").asText();
        int number = sitting.path("number").asInt();
        reckoning.called(number, student);
        presses++;
        rig.tellStudio("/seat", Map.of("key", student, "seed", presses));
        CrashRig.Answer answer = rig.post(
                        "api/captures", Map.of("requestId", UUID.randomUUID().toString(), "source", "api"))
                .orElseThrow();
        assertEquals("filed", answer.json().path("state").asText(), answer.toString());
        assertEquals(number, answer.json().path("number").asInt(), answer.toString());
        reckoning.acknowledged(answer.json());
    }

    /** Everything a station must have copied to go on alone. */
    void awaitReadyForTheWorst(int numbers) throws Exception {
        await(
                "reserve, queue and the other's name are here, all rows are there",
                () -> number("SELECT count(*) FROM reserved_number") == RESERVE
                        && number("SELECT count(*) FROM sitting") == numbers
                        && number("SELECT stations = '[\"A\",\"B\"]' FROM sync_state") == 1
                        && number("SELECT count(*) FROM outbox") == 0
                        && number("SELECT count(*) FROM sitting WHERE status = 'current'") == 2);
    }

    void isToBeKilledAt(List<CrashPoint> points) throws IOException {
        List<String> lines = new ArrayList<>();
        points.forEach(point -> lines.add(new Blow(++orders, point, 1, Victim.STATION).toString()));
        Path draft = rig.folder.resolve("draft");
        Files.write(draft, lines);
        Files.move(draft, rig.folder.resolve(Blow.ORDERS), StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isSpared() {
        return Files.notExists(rig.folder.resolve(Blow.ORDERS));
    }

    /** Killed the moment it is so; then it starts without the site. */
    void awaitOffline() throws Exception {
        await("station " + name + " is offline, again", () -> rig.up() && isSpared() && isOffline());
        awaitCamera();
    }

    private boolean isOffline() throws Exception {
        return sync().filter(sync -> sync.has("offlineSince")).isPresent();
    }

    private Optional<JsonNode> sync() throws Exception {
        return rig.get("api/state").map(state -> state.path("sync"));
    }

    /** The person it has, those who wait for it, and new ones. */
    void goOnAlone(int newcomers) throws Exception {
        photograph();
        assertTrue(rig.post("api/queue/next", Map.of()).orElseThrow().isFine());
        photograph();
        int first = name.equals("A") ? 10 : 20;
        for (int i = 0; i < newcomers; i++) {
            int number = checkIn(first + i);
            assertTrue(number > 9_000, "out of the reserve: " + number);
            while (current().orElseThrow().path("number").asInt() != number) {
                assertTrue(rig.post("api/queue/next", Map.of()).orElseThrow().isFine());
            }
            photograph();
        }
        assertTrue(isOffline(), "all this was done alone");
    }

    /** Started again as often as it is killed, until the site has everything. */
    void awaitInStep() throws Exception {
        await(
                "station " + name + " is in step",
                () -> rig.up()
                        && isSpared()
                        && !isOffline()
                        && sync().filter(sync -> sync.path("rowsToUpload").asInt(1) == 0
                                        && sync.path("reserve").asInt() == RESERVE)
                                .isPresent());
    }

    /** Killed when the site has made the change and nobody here knows. */
    void serveOneMore() throws Exception {
        int person = name.equals("A") ? 30 : 31;
        String request = "one-more-" + name;
        int number = checkIn(person, request);
        assertTrue(isSpared(), "the first answer was lost");
        assertTrue(number < 9_000, "of the main series again: " + number);
        assertEquals(number, checkIn(person, request));
    }

    private void awaitCamera() throws Exception {
        await("the camera of " + name, rig::cameraIsReady);
    }

    private static void await(String what, Callable<Boolean> fact) throws Exception {
        boolean isSo = CrashRig.within(CrashRig.SOON, () -> {
            try {
                return fact.call();
            } catch (Exception e) {
                throw new IllegalStateException(what, e);
            }
        });
        assertTrue(isSo, "in vain: " + what);
    }

    int number(String sql) throws SQLException {
        return Integer.parseInt(rows(sql).get(0));
    }

    /** Of this station's own database; columns joined by blanks. */
    List<String> rows(String sql) throws SQLException {
        return rows("jdbc:sqlite:file:" + rig.data.resolve("db/caixiang.sqlite") + "?mode=ro", "", sql);
    }

    static List<String> rows(String url, String user, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(i == 1 ? "" : " ").append(result.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }

    @Override
    public void close() throws InterruptedException {
        rig.close();
    }
}
