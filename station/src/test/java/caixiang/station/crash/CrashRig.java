package caixiang.station.crash;

import caixiang.station.roster.SampleIds;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A simulated studio and a station as processes; the station is started again whenever it has been ended. */
final class CrashRig implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PEOPLE = 900;

    final Path folder;
    final Path data;
    final Path second;
    final Path printed;

    private final KillerPath programs;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Started> all = new ArrayList<>();
    private final URI control;
    private final String camera;
    private final String printer;
    private Optional<Started> station = Optional.empty();
    private URI address = URI.create("http://127.0.0.1:1/");
    private int starts;
    private List<String> watcher = List.of();

    CrashRig(Path folder, KillerPath programs) throws Exception {
        this(folder, programs, PEOPLE, "");
    }

    /**
     * @param people on the roster
     * @param moreSettings for the station; what they name again holds
     */
    CrashRig(Path folder, KillerPath programs, int people, String moreSettings) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.programs = programs;
        data = folder.resolve("data");
        second = Files.createDirectory(this.folder.resolve("second"));
        printed = Files.createDirectory(folder.resolve("printed"));
        Files.createDirectory(folder.resolve("tmp"));
        Files.writeString(
                folder.resolve("station.conf"),
                "identity.key = \"%s\"\narchive.second-copy = \"%s\"\ncapture.free-space-min = 0B\nportrait.dpi = 150\nprint.templates = [4x2in]\n"
                                .formatted(folder.resolve("identity.key"), second)
                        + moreSettings);
        StringBuilder roster = new StringBuilder("学号,姓名,身份证号\n");
        for (int i = 1; i <= people; i++) {
            roster.append("%s,样%d,%s%n".formatted(student(i), i, SampleIds.number(i)));
        }
        Files.writeString(folder.resolve("roster.csv"), roster);
        Started studio = start(
                "studio",
                programs.simulator(
                        "studio",
                        "--camera-port",
                        "0",
                        "--printer-port",
                        "0",
                        "--control-port",
                        "0",
                        "--exposure-millis",
                        "20",
                        "--megapixels",
                        "1",
                        "--out",
                        printed.toString()),
                "-XX:TieredStopAtLevel=1");
        String[] addresses = studio.awaitReady().split(" ", -1);
        camera = addresses[0];
        printer = addresses[1];
        control = URI.create(addresses[2]);
    }

    /** One more line of the settings, for the stations started from now on. */
    void set(String setting) throws IOException {
        Files.writeString(folder.resolve("station.conf"), setting + "\n", StandardOpenOption.APPEND);
    }

    /** Starts stations as what another program watches. */
    void watchedBy(List<String> command) {
        watcher = command;
    }

    static String student(int i) {
        return "2026%04d".formatted(i);
    }

    private Started start(String name, List<String> command, String options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_TOOL_OPTIONS", options);
        Started started = new Started(builder, folder.resolve(name + ".log"));
        all.add(started);
        return started;
    }

    boolean isUp() {
        return station.isPresent() && station.get().isAlive();
    }

    /** Starts the station where it has ended, and waits until it answers. False if it was ended again meanwhile. */
    boolean up() throws Exception {
        if (!isUp()) {
            starts++;
            List<String> words = new ArrayList<>(List.of(
                    "run",
                    "--settings",
                    folder.resolve("station.conf").toString(),
                    "--camera",
                    camera,
                    "--printer",
                    printer,
                    "--data",
                    data.toString(),
                    "--session",
                    "crash",
                    "--http-port",
                    "0"));
            if (starts == 1) {
                words.addAll(List.of("--roster", folder.resolve("roster.csv").toString()));
            }
            Started next = start(
                    "station-" + starts,
                    Stream.concat(watcher.stream(), programs.station(words).stream())
                            .toList(),
                    programs.options() + " -Djava.io.tmpdir=" + folder.resolve("tmp") + " -D" + Killer.FOLDER + "="
                            + folder);
            station = Optional.of(next);
            Optional<String> ready = next.ready();
            if (ready.isEmpty()) {
                return false;
            }
            address = URI.create(ready.get());
        }
        return true;
    }

    boolean cameraIsReady() throws InterruptedException {
        return get("api/state")
                .map(state -> state.path("camera").path("state").asText().equals("ready"))
                .orElse(false);
    }

    Optional<JsonNode> get(String path) throws InterruptedException {
        return answer(HttpRequest.newBuilder(address.resolve("/" + path)).GET())
                .filter(Answer::isFine)
                .map(Answer::json);
    }

    Optional<Answer> post(String path, Object body) throws InterruptedException {
        return answer(posting(address.resolve("/" + path), body));
    }

    JsonNode studio(String path) throws InterruptedException {
        return answer(HttpRequest.newBuilder(control.resolve(path)).GET())
                .orElseThrow()
                .json();
    }

    void tellStudio(String path, Object body) throws InterruptedException {
        if (!answer(posting(control.resolve(path), body)).orElseThrow().isFine()) {
            throw new AssertionError("the studio refuses " + path);
        }
    }

    record Answer(int status, JsonNode json) {
        boolean isFine() {
            return status / 100 == 2;
        }
    }

    private static HttpRequest.Builder posting(URI address, Object body) {
        try {
            return HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Empty when there was no whole answer. */
    private Optional<Answer> answer(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response =
                    client.send(request.timeout(Duration.ofSeconds(40)).build(), BodyHandlers.ofByteArray());
            return Optional.of(new Answer(response.statusCode(), JSON.readTree(response.body())));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Waits for a fact. False when the time is over. */
    static boolean within(Duration atMost, BooleanSupplier fact) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Started.pause();
        }
        return true;
    }

    /** The ends of all logs, for a failure. */
    String logs() {
        StringBuilder text = new StringBuilder();
        for (Started each : all.subList(Math.max(0, all.size() - 3), all.size())) {
            List<String> lines = lines(each.log());
            text.append(each.log()).append('\n');
            lines.subList(Math.max(0, lines.size() - 25), lines.size())
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a service manager stops it. */
    void stopStation() throws InterruptedException {
        if (station.isPresent()) {
            station.get().stop();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (int i = all.size() - 1; i >= 0; i--) {
            all.get(i).stop();
        }
    }
}
