package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.store.PostgresServer;
import caixiang.station.store.SharedAddress;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two stations as processes of their own on one PostgreSQL, spoken to through their public interfaces. */
@Timeout(400)
class SiteIT {
    private static final int PEOPLE = 200;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void twoStationsShareOneQueueAndOneTakesTheOtherOver() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            SharedAddress shared = server.newDatabase();
            try (ChildProcess a = start("A", "a", shared, "--roster", roster().toString());
                    ChildProcess b = start("B", "b", shared)) {
                URI desk = URI.create(a.awaitReady());
                URI other = URI.create(b.awaitReady());
                everybodyGetsOneNumberAndIsCalledOnce(List.of(desk, other));
                aNameIsTakenOnce(shared);
                theOneLeftTakesOver(a, desk, other, shared);
            }
        }
    }

    /** Both stations check everybody in, in an order of their own, and call at the same time. */
    private void everybodyGetsOneNumberAndIsCalledOnce(List<URI> stations) throws Exception {
        Map<Integer, Integer> numbers = new ConcurrentHashMap<>();
        List<Integer> called = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger desks = new AtomicInteger(stations.size());
        ExecutorService threads = Executors.newFixedThreadPool(2 * stations.size());
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            URI station = stations.get(i);
            List<Integer> order =
                    new ArrayList<>(IntStream.rangeClosed(1, PEOPLE).boxed().toList());
            Collections.shuffle(order, new Random(i));
            work.add(threads.submit(() -> {
                for (int person : order) {
                    int number = checkIn(station, person);
                    Integer given = numbers.putIfAbsent(person, number);
                    assertTrue(given == null || given == number, person + " got " + given + " and " + number);
                }
                return desks.decrementAndGet();
            }));
            work.add(threads.submit(() -> callAll(station, desks, called)));
        }
        for (Future<?> each : work) {
            each.get();
        }
        threads.shutdown();

        List<Integer> everybody = IntStream.rangeClosed(1, PEOPLE).boxed().toList();
        assertEquals(everybody, numbers.values().stream().sorted().toList(), "numbers have no gaps");
        assertEquals(everybody, called.stream().sorted().toList(), "everybody is called, and by one station");
        for (URI station : stations) {
            awaitAllDone(station);
        }
        assertEquals(PEOPLE, journaled(stations.get(0), "checked-in") + journaled(stations.get(1), "checked-in"));
    }

    /** Calls until both desks are done and nobody waits. */
    private boolean callAll(URI station, AtomicInteger desks, List<Integer> called) throws Exception {
        News news = News.follow(client, station);
        while (true) {
            boolean areDesksDone = desks.get() == 0;
            JsonObject queue = post(station, "/api/queue/next", new JsonObject());
            JsonObject current = queue.getJsonObject("current");
            if (current != null) {
                called.add(current.getInteger("number"));
            } else if (areDesksDone) {
                return true;
            } else {
                news.await();
            }
        }
    }

    private int checkIn(URI station, int person) throws Exception {
        var request = new JsonObject().put("credential", student(person)).put("requestId", "check-in-" + person);
        return post(station, "/api/check-ins", request).getInteger("number");
    }

    /** A station learns of the other's changes with its own next one, or with its next heartbeat. */
    private void awaitAllDone(URI station) throws Exception {
        News news = News.follow(client, station);
        while (!statuses(station).equals(Map.of("done", PEOPLE))) {
            news.await();
        }
    }

    private Map<String, Integer> statuses(URI station) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Object sitting : array(station, "/api/sittings?limit=1000")) {
            counts.merge(((JsonObject) sitting).getString("status"), 1, Integer::sum);
        }
        return counts;
    }

    private int journaled(URI station, String what) throws Exception {
        return (int) array(station, "/api/journal?limit=1000").stream()
                .filter(entry -> ((JsonObject) entry).getString("what").equals(what))
                .count();
    }

    private void aNameIsTakenOnce(SharedAddress shared) throws Exception {
        try (ChildProcess second = start("B", "c", shared)) {
            assertEquals(1, second.awaitEnd());
            assertTrue(second.errors().contains("a station named B works on this site already"), second.errors());
        }
    }

    private void theOneLeftTakesOver(ChildProcess a, URI desk, URI left, SharedAddress shared) throws Exception {
        post(desk, "/api/roster", "text/csv", "学号,姓名\n20269999,样甲子\n");
        var late = new JsonObject().put("credential", "20269999").put("requestId", "check-in-late");
        assertEquals(PEOPLE + 1, post(desk, "/api/check-ins", late).getInteger("number"));
        post(desk, "/api/queue/next", new JsonObject());
        HttpResponse<String> tooEarly = send(left, "/api/stations/A/takeover", "application/json", "{}");
        assertEquals("no-dead-station", new JsonObject(tooEarly.body()).getString("code"), tooEarly.body());

        a.kill();
        leaseRunsOut(shared);
        JsonObject taken = post(left, "/api/stations/A/takeover", new JsonObject());

        assertEquals(PEOPLE + 1, taken.getInteger("number"));
        JsonObject queue = post(left, "/api/queue/next", new JsonObject());
        assertEquals(PEOPLE + 1, queue.getJsonObject("current").getInteger("number"));
        assertEquals(1, journaled(left, "taken-over"));
        JsonArray stations = get(left, "/api/state").getJsonObject("site").getJsonArray("stations");
        assertTrue(
                stations.stream().anyMatch(station -> ((JsonObject) station).getBoolean("isThis")), stations.encode());
    }

    /** As the time of a lease would. */
    private static void leaseRunsOut(SharedAddress shared) throws Exception {
        try (Connection connection = DriverManager.getConnection(shared.url(), shared.user(), "");
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE station SET lease_until = 0 WHERE name = 'A'"));
        }
    }

    private ChildProcess start(String name, String data, SharedAddress shared, String... more) throws IOException {
        Path settings = Files.writeString(folder.resolve(data + ".conf"), """
                station.name = "%s"
                identity.key = "%s"
                shared { url = "%s", user = "%s" }
                """.formatted(
                        name, folder.resolve("identity.key"), shared.url(), shared.user()));
        List<String> words = new ArrayList<>(List.of(
                "run",
                "--settings",
                settings.toString(),
                "--data",
                folder.resolve(data).toString(),
                "--session",
                "site-it",
                "--camera",
                "none",
                "--http-port",
                "0"));
        words.addAll(List.of(more));
        return new ChildProcess(Main.class.getName(), folder.resolve("logs"), words.toArray(String[]::new));
    }

    private Path roster() throws IOException {
        StringBuilder csv = new StringBuilder("学号,姓名\n");
        IntStream.rangeClosed(1, PEOPLE).forEach(i -> csv.append(student(i)).append(",样甲子\n"));
        return Files.writeString(folder.resolve("roster.csv"), csv);
    }

    private static String student(int person) {
        return String.format("2026%04d", person);
    }

    private JsonObject get(URI station, String path) throws Exception {
        return new JsonObject(getText(station, path));
    }

    private JsonArray array(URI station, String path) throws Exception {
        return new JsonArray(getText(station, path));
    }

    private String getText(URI station, String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(station.resolve(path)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private JsonObject post(URI station, String path, JsonObject body) throws Exception {
        return post(station, path, "application/json", body.encode());
    }

    private JsonObject post(URI station, String path, String mediaType, String body) throws Exception {
        HttpResponse<String> answer = send(station, path, mediaType, body);
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return new JsonObject(answer.body());
    }

    private HttpResponse<String> send(URI station, String path, String mediaType, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(station.resolve(path))
                        .header("Content-Type", mediaType)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
