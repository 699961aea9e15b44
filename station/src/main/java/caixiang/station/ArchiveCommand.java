package caixiang.station;

import caixiang.station.archive.ArchiveException;
import caixiang.station.archive.check.ArchiveCheck;
import caixiang.station.archive.check.CheckReport;
import caixiang.station.archive.check.Finding;
import caixiang.station.bundle.BundleException;
import caixiang.station.config.DataFolder;
import caixiang.station.config.Settings;
import caixiang.station.config.SettingsException;
import caixiang.station.rebuild.Rebuild;
import caixiang.station.rebuild.RebuildReport;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code station archive …}: checks the archive, or makes the database again from it. */
final class ArchiveCommand {
    private static final int CANNOT_BEGIN = 2;
    private static final int FILES_REFUSED = 3;
    private static final int NAMES_UNKNOWN = 4;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    ArchiveCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    int run(List<String> words) throws Arguments.UsageException, SettingsException {
        ArchiveArguments arguments = ArchiveArguments.parse(words);
        try {
            return switch (arguments.command()) {
                case VERIFY -> verify(arguments);
                case REBUILD -> rebuild(arguments);
                case EXPORT -> new BundleCommand(out, clock).export(settings(arguments), arguments);
                case IMPORT -> new BundleCommand(out, clock).take(settings(arguments), arguments);
            };
        } catch (IOException | StoreException | BundleException | ArchiveException e) {
            err.println("station: " + StartException.of(e).getMessage());
            return CANNOT_BEGIN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CANNOT_BEGIN;
        }
    }

    private int verify(ArchiveArguments arguments) throws SettingsException, IOException, InterruptedException {
        Settings settings = settings(arguments);
        Optional<Path> given = arguments.value("--archive").map(Path::of);
        Path first = given.orElse(settings.data().archive());
        Optional<Path> second = arguments.value("--second").map(Path::of);
        if (given.isEmpty() && second.isEmpty()) {
            second = settings.archive().secondCopy();
        }
        boolean heals = arguments.flags().contains("--heal");
        int threads = Runtime.getRuntime().availableProcessors();
        CheckReport report = new ArchiveCheck(first, second, new ArchiveCheck.Manner(heals, threads), clock).run();
        if (arguments.flags().contains("--tsv")) {
            report.findings().stream().map(Finding::toTsv).forEach(out::println);
        } else {
            report.lines().forEach(out::println);
        }
        return report.status();
    }

    private int rebuild(ArchiveArguments arguments) throws SettingsException, IOException, StoreException {
        Settings settings = settings(arguments);
        Path key = arguments
                .value("--identity-key")
                .map(Path::of)
                .orElse(settings.identity().key());
        if (arguments.value("--data").isPresent()) {
            // A station that runs on this folder must not get another database under its feet.
            try (DataLock lock = DataLock.take(settings.data().root())) {
                return rebuild(settings.data().archive(), settings.data(), key);
            }
        }
        Path into = Path.of(arguments.value("--into").orElseThrow());
        refuseUsed(into);
        return rebuild(Path.of(arguments.value("--archive").orElseThrow()), new DataFolder(into), key);
    }

    private int rebuild(Path archive, DataFolder target, Path key) throws IOException, StoreException {
        RebuildReport report = new Rebuild(archive, IdentityKey.existing(key), clock).into(target.database());
        out.println("数据库已重建 the database was made again: " + target.database());
        report.lines().forEach(out::println);
        if (report.refusedCount() > 0) {
            return FILES_REFUSED;
        }
        return report.isComplete() ? Main.FINE : NAMES_UNKNOWN;
    }

    private static void refuseUsed(Path into) throws IOException {
        if (Files.exists(into) && !Files.isDirectory(into)) {
            throw new IOException("--into 不是文件夹 --into " + into + " is no folder");
        }
        if (Files.isDirectory(into)) {
            try (var entries = Files.list(into)) {
                if (entries.findAny().isPresent()) {
                    throw new IOException(
                            "目标文件夹不是空的 --into " + into + " is not empty; nothing is overwritten, give a new folder");
                }
            }
        }
    }

    private static Settings settings(ArchiveArguments arguments) throws SettingsException {
        Map<String, String> overrides = new HashMap<>();
        arguments.value("--data").ifPresent(data -> overrides.put("data", data));
        return Settings.load(arguments.value("--settings").map(Path::of), overrides);
    }
}
