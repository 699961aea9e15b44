package caixiang.station;

import caixiang.layouts.Subject;
import caixiang.layouts.SubjectSource;
import caixiang.station.archive.ArchivePaths;
import caixiang.station.config.DataFolder;
import caixiang.station.config.Settings;
import caixiang.station.config.SettingsException;
import caixiang.station.store.ClassPortraits;
import caixiang.station.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The people of a session or of one class of it, from the station's database and archive; both are only read. */
final class StationSubjects implements SubjectSource {

    @Override
    public Set<String> options() {
        return Set.of("--class", "--session", "--data", "--settings");
    }

    @Override
    public String usage() {
        return """
                  --class NAME      只要此班 / this class only
                  --session ID      场次；默认最近一场 / the session; the one opened last if not given
                  --data DIR        采像站的数据文件夹 / the station's data folder; it may be running
                  --settings FILE   采像站的设置 / the station's settings
                  （没有采像站：--pictures DIR / without a station: --pictures DIR）
                """;
    }

    @Override
    public List<Subject> subjects(Map<String, String> options) throws SourceException {
        try {
            Map<String, String> overrides = Optional.ofNullable(options.get("--data"))
                    .map(data -> Map.of("data", data))
                    .orElse(Map.of());
            Settings settings =
                    Settings.load(Optional.ofNullable(options.get("--settings")).map(Path::of), overrides);
            return subjects(settings.data(), options);
        } catch (SettingsException | StoreException e) {
            throw new SourceException("无法读取 / cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Subject> subjects(DataFolder data, Map<String, String> options)
            throws StoreException, SourceException {
        try (ClassPortraits portraits = ClassPortraits.open(data.database())) {
            List<String> sessions = portraits.sessions();
            String session = options.getOrDefault("--session", sessions.isEmpty() ? "" : sessions.get(0));
            if (!sessions.contains(session)) {
                throw new SourceException(
                        "没有此场次 / no session " + session + "; 现有 / there are " + String.join(", ", sessions));
            }
            List<ClassPortraits.Row> all = portraits.of(session);
            String wanted = options.get("--class");
            List<Subject> chosen = all.stream()
                    .filter(row -> wanted == null || row.className().equals(wanted))
                    .map(row -> subject(new ArchivePaths(data.archive()), row))
                    .toList();
            if (chosen.isEmpty()) {
                throw new SourceException("此班无人有号 / nobody with a number in " + (wanted == null ? session : wanted)
                        + "; 班级 / classes: "
                        + all.stream()
                                .map(ClassPortraits.Row::className)
                                .distinct()
                                .collect(Collectors.joining(", ")));
            }
            return chosen;
        }
    }

    private static Subject subject(ArchivePaths archive, ClassPortraits.Row row) {
        String group = (row.college() + " " + row.className()).strip();
        return new Subject(
                group,
                String.format(Locale.ROOT, "%04d", row.number()),
                row.maskedName(),
                row.portrait().map(archive::resolve),
                /* remark= */ "");
    }
}
