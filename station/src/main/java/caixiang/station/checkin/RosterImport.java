package caixiang.station.checkin;

import caixiang.station.roster.IdNumber;
import caixiang.station.roster.Person;
import caixiang.station.roster.RefusedRow;
import caixiang.station.roster.RosterReader;
import caixiang.station.roster.RosterTable;
import caixiang.station.roster.RosterTable.RosterRow;
import caixiang.station.site.Queue;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.People;
import caixiang.station.store.PersonRow;
import caixiang.station.store.RosterImports;
import caixiang.station.store.Session;
import caixiang.station.store.StateListener;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Takes rosters into the session, whole or not at all. A person who is there already, by student number, is brought up to
 * date; nobody is removed, for they may hold a number. May be used from any thread.
 */
@CheckReturnValue
public final class RosterImport {
    private static final String UNTOUCHED = "before_the_roster";

    private final Database database;
    private final Queue queue;
    private final IdentityVault vault;
    private final Session session;
    private final Ids ids;
    private final StateListener listener;

    /** Where rosters go, and where the last one is looked up. */
    public record Records(Database database, Queue queue) {}

    public RosterImport(Records records, IdentityVault vault, Session session, Ids ids, StateListener listener) {
        this.database = records.database();
        this.queue = records.queue();
        this.vault = vault;
        this.session = session;
        this.ids = ids;
        this.listener = listener;
    }

    /**
     * Reads and takes a CSV roster; completes with what is wrong with it when it is refused.
     *
     * @param by who brings it, for the journal
     */
    public CompletionStage<RosterReport> importCsv(byte[] csv, String by) {
        // Reading 50 000 rows takes a while, so it is not done on the thread that files frames.
        return database.read(handle -> RosterReader.read(csv))
                .thenCompose(table -> queue.commit((handle, journal) -> take(handle, journal, table, by)))
                .whenComplete((report, failure) -> {
                    if (failure == null) {
                        listener.stateChanged();
                    }
                });
    }

    /** How many people are known, and the last import that was taken. */
    public CompletionStage<RosterReport> report() {
        return database.read(handle -> report(handle, List.of()));
    }

    private RosterReport report(Handle handle, List<RefusedRow> refused) {
        Optional<RosterImports.Row> last = new RosterImports(handle).last(session.id());
        return new RosterReport(
                new People(handle).count(session.id()),
                last.map(RosterImports.Row::imported),
                last.map(RosterImports.Row::encoding),
                refused);
    }

    private RosterReport take(Handle handle, Consumer<JournalEntry> journal, RosterTable table, String by) {
        Instant now = queue.clock().instant();
        int before = new People(handle).count(session.id());
        List<RefusedRow> refused = table.refused().isEmpty() ? saveAll(handle, table, now) : table.refused();
        JournalEntry entry = JournalEntry.of(
                        now, session.id(), refused.isEmpty() ? "roster-imported" : "roster-refused")
                .with("rows", "" + table.rows().size())
                .with("refused", "" + refused.size())
                .with("encoding", table.encoding())
                .by(by)
                .changed(before + " people", new People(handle).count(session.id()) + " people");
        journal.accept(entry);
        return report(handle, refused);
    }

    /** Saves all, or nothing and says which rows stand in the way. */
    private List<RefusedRow> saveAll(Handle handle, RosterTable table, Instant now) {
        handle.savepoint(UNTOUCHED);
        People people = new People(handle);
        // Cleared first, so that a corrected file may exchange the identity numbers of two people.
        people.clearIdNumbers(
                session.id(),
                table.rows().stream().map(row -> row.person().studentNumber()).toList());
        List<RefusedRow> held = heldByOthers(people, table);
        if (!held.isEmpty()) {
            handle.rollbackToSavepoint(UNTOUCHED);
            return held;
        }
        people.saveAll(
                session.id(),
                table.rows().stream().map(row -> entry(row.person())).toList());
        new RosterImports(handle)
                .save(session.id(), new RosterImports.Row(table.rows().size(), table.encoding()), now);
        return List.of();
    }

    /** An identity number that someone outside this file holds already would make one person of two. */
    private List<RefusedRow> heldByOthers(People people, RosterTable table) {
        List<RefusedRow> held = new ArrayList<>();
        Set<String> lookups = people.idLookups(session.id());
        for (RosterRow row : table.rows()) {
            Optional<String> lookup = row.person().idNumber().map(vault::lookup);
            if (lookup.isPresent() && lookups.contains(lookup.get()) && held.size() < RosterReader.REFUSED_MAX) {
                held.add(new RefusedRow(row.line(), Optional.empty(), RefusedRow.Code.DUPLICATE));
            }
        }
        return held;
    }

    private People.Entry entry(Person person) {
        Optional<IdNumber> number = person.idNumber();
        PersonRow row = new PersonRow(
                ids.next(),
                person.studentNumber(),
                person.name(),
                person.college(),
                person.className(),
                number.map(vault::encrypt));
        return new People.Entry(row, number.map(vault::lookup));
    }
}
