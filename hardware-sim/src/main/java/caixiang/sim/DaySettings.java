package caixiang.sim;

import caixiang.sim.rehearsal.site.PrivatePostgres;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings a rehearsing station runs with: the technician's own, on top of which lies everything that must not touch
 * the real day: data, key, second copy, database of the site.
 *
 * @param file what the station reads
 * @param deadline how long the station waits for a frame before it calls it late
 * @param secondCopy where the rehearsal's second copies go; empty when there are none
 */
record DaySettings(Path file, Duration deadline, Optional<Path> secondCopy) {
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(10);
    private static final Duration QUICK_DEADLINE = Duration.ofSeconds(3);
    private static final String DEADLINE = "capture.deadline";
    private static final String SECOND_COPY = "archive.second-copy";
    private static final String SESSION_NAME = "session.name";
    private static final String SHARED = "shared.url";

    /**
     * Writes the file.
     *
     * @param own the technician's settings; empty for the usual ones, made quick
     * @param work the rehearsal's folder
     */
    static DaySettings write(Optional<Path> own, Path work) throws UsageException, IOException {
        Config theirs = own.isPresent() ? read(own.get()) : ConfigFactory.parseString(DEADLINE + " = 3s");
        StringBuilder text = new StringBuilder();
        own.ifPresent(file -> text.append("include required(file(%s))\n"
                .formatted(quoted(file.toAbsolutePath().toString()))));
        put(text, "identity.key", work.resolve("identity.key").toString());
        put(text, SESSION_NAME, "演练 Rehearsal " + text(theirs, SESSION_NAME).orElse(""));
        if (own.isEmpty()) {
            put(text, DEADLINE, QUICK_DEADLINE.toSeconds() + "s");
        }
        Optional<Path> secondCopy =
                text(theirs, SECOND_COPY).map(folder -> Path.of(folder).resolve("caixiang-" + work.getFileName()));
        if (secondCopy.isPresent()) {
            Files.createDirectories(secondCopy.get());
            put(text, SECOND_COPY, secondCopy.get().toString());
        }
        if (theirs.hasPath(SHARED)) {
            put(text, SHARED, "");
        }
        Path file = Files.writeString(work.resolve("station.conf"), text);
        return new DaySettings(file, deadline(theirs), secondCopy);
    }

    /** The same for one of several stations that share a database. */
    Path ofStation(String name, PrivatePostgres shared) throws IOException {
        StringBuilder text = new StringBuilder(Files.readString(file));
        put(text, "station.name", name);
        put(text, SHARED, shared.url());
        put(text, "shared.user", shared.user());
        return Files.writeString(file.resolveSibling("station-" + name + ".conf"), text);
    }

    private static Config read(Path file) throws UsageException {
        if (!Files.isReadable(file)) {
            throw new UsageException("--settings " + file + " cannot be read");
        }
        try {
            return ConfigFactory.parseFile(file.toFile()).resolve();
        } catch (ConfigException e) {
            throw new UsageException("--settings " + e.getMessage());
        }
    }

    private static Optional<String> text(Config config, String path) {
        return config.hasPath(path)
                ? Optional.of(config.getString(path)).filter(value -> !value.isBlank())
                : Optional.empty();
    }

    private static Duration deadline(Config theirs) throws UsageException {
        try {
            return theirs.hasPath(DEADLINE) ? theirs.getDuration(DEADLINE) : USUAL_DEADLINE;
        } catch (ConfigException e) {
            throw new UsageException("--settings " + e.getMessage());
        }
    }

    private static void put(StringBuilder text, String path, String value) {
        text.append(path).append(" = ").append(quoted(value)).append('\n');
    }

    private static String quoted(String value) {
        return ConfigUtil.quoteString(value);
    }
}
