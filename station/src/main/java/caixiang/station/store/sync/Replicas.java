package caixiang.station.store.sync;

import caixiang.station.store.StoreException;
import caixiang.station.store.sync.CopiedTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A batch of one station's rows on its way into the site's database. Doing it again changes nothing, so a batch whose
 * answer was lost is simply sent again.
 */
public final class Replicas {
    /** In this order every row finds the rows it refers to. */
    private static final List<String> PARENTS_FIRST = List.of("shot", "frame", "portrait", "sheet", "journal");

    private static final String JOURNAL = "journal";
    private static final String FRAME = "frame";

    private final Map<String, List<Row>> rows;

    private Replicas(Map<String, List<Row>> rows) {
        this.rows = rows;
    }

    /**
     * From the station's own database. Rows that are gone since are left out.
     *
     * @param station under whose name its journal lies at the site
     */
    public static Replicas read(Handle own, List<Outbox.Entry> entries, String station) {
        Map<String, List<String>> keys = entries.stream()
                .collect(Collectors.groupingBy(
                        Outbox.Entry::table, TreeMap::new, Collectors.mapping(Outbox.Entry::key, Collectors.toList())));
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (String table : PARENTS_FIRST) {
            if (keys.containsKey(table)) {
                List<Row> read = CopiedTable.outgoing(table).read(own, keys.get(table));
                rows.put(
                        table,
                        table.equals(JOURNAL)
                                ? read.stream()
                                        .map(line -> line.with("station", station))
                                        .toList()
                                : read);
            }
        }
        return new Replicas(rows);
    }

    /**
     * Into the site's database, in the caller's transaction.
     *
     * @throws StoreException if the site has another journal under this station's name
     */
    public void write(Handle site) throws StoreException {
        for (var each : rows.entrySet()) {
            if (each.getValue().isEmpty()) {
                continue;
            }
            CopiedTable table = CopiedTable.outgoing(each.getKey());
            switch (each.getKey()) {
                case JOURNAL -> writeJournal(site, table, each.getValue());
                case FRAME -> table.write(site, numbered(site, each.getValue()), false);
                default -> table.write(site, each.getValue(), false);
            }
        }
    }

    /** All frames of a batch have one revision: the others ask for what is above the last they have copied. */
    private static List<Row> numbered(Handle site, List<Row> frames) {
        Map<String, Long> revisions = new TreeMap<>();
        List<Row> numbered = new ArrayList<>();
        for (Row frame : frames) {
            long revision = revisions.computeIfAbsent(
                    String.valueOf(frame.get("session_id")), session -> nextRevision(site, session));
            numbered.add(frame.with("revision", revision));
        }
        return numbered;
    }

    /** The row stays locked until the batch is committed, so revisions become visible in their order. */
    private static long nextRevision(Handle site, String sessionId) {
        return site.createQuery("INSERT INTO frame_series (session_id, revision) VALUES (:session, 1)"
                        + " ON CONFLICT (session_id) DO UPDATE SET revision = frame_series.revision + 1"
                        + " RETURNING revision")
                .bind("session", sessionId)
                .mapTo(Long.class)
                .one();
    }

    /** A line of the journal is written once. One that is there already must be the same. */
    private static void writeJournal(Handle site, CopiedTable table, List<Row> lines) throws StoreException {
        table.write(site, lines, true);
        Object station = lines.get(0).get("station");
        Map<Long, String> hashes = new TreeMap<>();
        site.createQuery("SELECT sequence, hash FROM journal WHERE station = :station AND sequence IN (<sequences>)")
                .bind("station", station)
                .bindList(
                        "sequences",
                        lines.stream().map(line -> line.get("sequence")).toList())
                .map((rs, ctx) -> Map.entry(rs.getLong("sequence"), rs.getString("hash")))
                .forEach(entry -> hashes.put(entry.getKey(), entry.getValue()));
        for (Row line : lines) {
            if (!line.get("hash").equals(hashes.get(line.get("sequence")))) {
                throw new StoreException(
                        StoreException.Fault.FAILED,
                        "the site has another journal of station " + station
                                + "; was its data folder begun anew under the old name?");
            }
        }
    }
}
