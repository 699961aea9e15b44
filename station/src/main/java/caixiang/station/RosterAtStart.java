package caixiang.station;

import caixiang.station.checkin.RosterImport;
import caixiang.station.checkin.RosterReport;
import caixiang.station.roster.RefusedRow;
import caixiang.station.roster.RosterReader;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports the roster that the settings name, so that the desk can begin with it. */
final class RosterAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(RosterAtStart.class);
    private static final int ROWS_NAMED = 5;

    private RosterAtStart() {}

    /**
     * Imports it. While the site is away a station goes on with the people it knows: it must be able to start.
     *
     * @throws IOException when the file cannot be read or its rows are refused; the message names the first of them
     */
    static void load(Path file, RosterImport roster) throws IOException, StoreException {
        byte[] csv = read(file);
        int known = Waiting.forResult(roster.report()).people();
        try {
            take(file, Waiting.forResult(roster.importCsv(csv, "start")));
        } catch (StoreException e) {
            if (e.fault() != StoreException.Fault.UNREACHABLE || known == 0) {
                throw e;
            }
            LOG.warn("the roster {} is not imported now, {} people are known: {}", file, known, e.getMessage());
        }
    }

    private static void take(Path file, RosterReport report) throws IOException {
        if (!report.isTaken()) {
            throw new IOException("名单未导入，请更正后重新启动 the roster " + file + " was not imported; correct " + named(report));
        }
        LOG.info("roster imported, {} people known", report.people());
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("the roster " + file + " cannot be read; check the path");
        }
        try (InputStream in = Files.newInputStream(file)) {
            // One byte more than allowed, so that the reader can refuse it.
            return in.readNBytes(RosterReader.BYTES_MAX + 1);
        }
    }

    private static String named(RosterReport report) {
        String rows = report.refused().stream()
                .limit(ROWS_NAMED)
                .map(RosterAtStart::named)
                .collect(Collectors.joining(", "));
        int more = report.refused().size() - ROWS_NAMED;
        return more > 0 ? rows + " and " + more + " more" : rows;
    }

    private static String named(RefusedRow row) {
        return "第 " + row.line() + " 行 line " + row.line()
                + row.column().map(column -> " " + column).orElse("") + " (" + why(row.code()) + ")";
    }

    /** In Chinese too: a helper may meet this before any screen can be opened. */
    private static String why(RefusedRow.Code code) {
        return switch (code) {
            case MISSING_COLUMN -> "缺少此列 missing column";
            case MISSING_VALUE -> "没有填写 empty";
            case BAD_ID_NUMBER -> "身份证号不对 no valid ID number";
            case DUPLICATE -> "重复 duplicate";
            case TOO_LONG -> "太长 too long";
            case UNREADABLE -> "无法读取 unreadable";
        };
    }
}
