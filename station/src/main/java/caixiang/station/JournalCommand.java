package caixiang.station;

import caixiang.station.config.Settings;
import caixiang.station.config.SettingsException;
import caixiang.station.journal.Finding;
import caixiang.station.journal.JournalCheck;
import caixiang.station.journal.JournalFiles;
import caixiang.station.journal.JournalReport;
import caixiang.station.store.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code station journal verify}: tells whether the journal is as it was written. Exit status: 0 it is, 1 it is not and
 * the lines say where, 2 the words make no sense, 3 it cannot be read.
 */
final class JournalCommand {
    static final String USAGE = """
            Usage: station journal verify [--data DIR] [--settings FILE] [--last HASH]

              --data DIR          the data folder, or a copy of it; the station may be running
              --settings FILE     the station's settings, to check the journal beside the second copies too
              --last HASH         the hash from the paper of a day that was closed, or its first 16
                                  characters; a row must have it

            Exit status: 0 nothing is wrong, 1 something is, 2 usage, 3 the journal cannot be read.
            """;

    static final int FINE = 0;
    static final int FOUND = 1;
    static final int USAGE_ERROR = 2;
    static final int UNREADABLE = 3;

    private static final String HASH = "[0-9a-f]{16,64}";

    private final PrintStream out;
    private final PrintStream err;

    JournalCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @param words those after {@code journal} */
    int run(List<String> words) {
        try {
            if (words.isEmpty() || !words.get(0).equals("verify")) {
                throw new Arguments.UsageException("say what to do with the journal: verify");
            }
            List<String> options = new ArrayList<>(words.subList(1, words.size()));
            Optional<String> last = takeLast(options);
            Arguments arguments = Arguments.withOptions(Arguments.Command.JOURNAL, options);
            return verify(Settings.load(arguments.settings(), arguments.overrides()), last);
        } catch (Arguments.UsageException | SettingsException e) {
            err.println("station: " + e.getMessage());
            err.println(USAGE);
            return USAGE_ERROR;
        } catch (StoreException | IOException e) {
            err.println("station: 日志无法检查 the journal cannot be checked: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static Optional<String> takeLast(List<String> options) throws Arguments.UsageException {
        int at = options.indexOf("--last");
        if (at < 0) {
            return Optional.empty();
        }
        String given = at + 1 < options.size() ? options.get(at + 1).replace(" ", "") : "";
        if (!given.matches(HASH)) {
            throw new Arguments.UsageException(
                    "--last needs the hash from the paper, at least its first 16 characters 0-9 and a-f");
        }
        options.subList(at, at + 2).clear();
        return Optional.of(given);
    }

    private int verify(Settings settings, Optional<String> last) throws StoreException, IOException {
        List<Path> folders = new ArrayList<>(List.of(settings.data().journal()));
        settings.archive().secondCopy().ifPresent(second -> folders.add(second.resolve(JournalFiles.FOLDER)));
        JournalReport report = new JournalCheck(settings.data().database(), folders).check(last);
        for (Finding finding : report.findings()) {
            out.println("✕ " + finding.chinese());
            out.println("  " + finding.english());
        }
        out.println("%d 行 rows, 最后校验码 last hash %s".formatted(report.rows(), report.lastHash()));
        out.println(
                report.findings().isEmpty()
                        ? "✓ 日志完整：无改动、无缺失 the journal is whole: nothing changed, nothing missing"
                        : "✕ 日志有问题，见上 the journal is not as it was written, see above");
        return report.findings().isEmpty() ? FINE : FOUND;
    }
}
