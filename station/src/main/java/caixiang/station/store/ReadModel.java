package caixiang.station.store;

import caixiang.station.archive.Frame;
import caixiang.station.roster.Person;
import caixiang.station.sitting.SittingStatus;
import com.google.errorprone.annotations.CheckReturnValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What the screens of one station ask for, of one session. May be used from any thread; stages complete on the database's reading
 * threads. Identity numbers are masked here and go no further.
 */
@CheckReturnValue
public final class ReadModel {
    private static final int TRAY_MAX = 1_000;
    private static final String SITTINGS = "SELECT sitting.number, sitting.status, " + People.COLUMNS
            + ", (SELECT count(*) FROM frame WHERE frame.session_id = sitting.session_id"
            + " AND frame.number = sitting.number) + (SELECT count(*) FROM site_frame"
            + " WHERE site_frame.session_id = sitting.session_id AND site_frame.number = sitting.number) AS frames"
            + " FROM sitting JOIN person ON person.person_id = sitting.person_id"
            + " WHERE sitting.session_id = :session ";

    private final Database database;
    private final IdentityVault vault;
    private final Session session;
    private final String station;

    public ReadModel(Database database, IdentityVault vault, Session session, String station) {
        this.database = database;
        this.vault = vault;
        this.session = session;
        this.station = station;
    }

    public Session session() {
        return session;
    }

    /** The name of this station. */
    public String station() {
        return station;
    }

    public CompletionStage<QueueView> queue() {
        return database.read(this::queue);
    }

    /** Newest first. */
    public CompletionStage<List<SittingView>> sittings(int limit) {
        return database.read(
                handle -> sittings(handle.createQuery(SITTINGS + "ORDER BY sitting.number DESC LIMIT :limit")
                        .bind("limit", limit)));
    }

    public CompletionStage<Optional<SittingDetail>> sitting(int number) {
        return database.read(handle -> {
            Optional<SittingView> found = sitting(handle, number);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            List<FrameView> frames = new Frames(handle)
                    .ofNumber(session.id(), number).stream()
                            .map(frame ->
                                    new FrameView(frame, Optional.of(found.get().person())))
                            .toList();
            return Optional.of(new SittingDetail(found.get(), frames));
        });
    }

    /** These numbers, as far as they are given out. */
    public CompletionStage<List<SittingView>> sittingsOf(Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : database.read(handle -> sittings(
                        handle.createQuery(SITTINGS + "AND sitting.number IN (<numbers>) ORDER BY sitting.number")
                                .bindList("numbers", List.copyOf(numbers))));
    }

    /** A frame of any session, by its id. */
    public CompletionStage<Optional<FrameView>> frame(String frameId) {
        return database.read(handle -> {
            Optional<Frame> frame = new Frames(handle).find(frameId);
            return frame.isEmpty() ? Optional.<FrameView>empty() : Optional.of(withPerson(handle, frame.get()));
        });
    }

    /** Oldest first. */
    public CompletionStage<List<FrameView>> tray() {
        return database.read(handle -> new Frames(handle)
                .unclaimed(session.id()).stream()
                        .limit(TRAY_MAX)
                        .map(frame -> new FrameView(frame, Optional.empty()))
                        .toList());
    }

    public CompletionStage<Optional<String>> lastFrameId() {
        return database.read(handle -> new Frames(handle).newest(session.id()).map(Frame::frameId));
    }

    public CompletionStage<Counts> counts() {
        return database.read(handle -> handle.createQuery("SELECT"
                        + " (SELECT count(*) FROM person WHERE session_id = :session) AS roster,"
                        + " (SELECT count(*) FROM sitting WHERE session_id = :session) AS checked_in,"
                        + " (SELECT count(*) FROM (SELECT number FROM frame WHERE session_id = :session AND number IS NOT NULL"
                        + " UNION SELECT number FROM site_frame WHERE session_id = :session AND number IS NOT NULL))"
                        + " AS photographed,"
                        + " (SELECT count(*) FROM frame WHERE session_id = :session AND number IS NULL"
                        + " AND reason <> 'set-aside') AS tray,"
                        + " (SELECT count(*) FROM shot WHERE session_id = :session AND state = 'late') AS late")
                .bind("session", session.id())
                .map((rs, ctx) -> new Counts(
                        rs.getInt("roster"),
                        rs.getInt("checked_in"),
                        rs.getInt("photographed"),
                        rs.getInt("tray"),
                        rs.getInt("late")))
                .one());
    }

    /** Newest first. */
    public CompletionStage<List<JournalRow>> journal(int limit) {
        return database.read(handle -> new Journal(handle).newest(session.id(), limit));
    }

    private QueueView queue(Handle handle) throws StoreException {
        List<SittingView> current =
                sittings(handle.createQuery(SITTINGS + "AND sitting.status = :status AND sitting.station = :station")
                        .bind("status", SittingStatus.CURRENT.code())
                        .bind("station", station));
        List<SittingView> waiting = sittings(handle.createQuery(SITTINGS + "AND sitting.status = :status")
                .bind("status", SittingStatus.WAITING.code()));
        List<Integer> order = new Sittings(handle, session.id()).waiting(station);
        List<SittingView> asCalled = waiting.stream()
                .sorted(Comparator.comparingInt(sitting -> order.indexOf(sitting.number())))
                .toList();
        return new QueueView(current.stream().findFirst(), asCalled);
    }

    private Optional<SittingView> sitting(Handle handle, int number) throws StoreException {
        Query query =
                handle.createQuery(SITTINGS + "AND sitting.number = :number").bind("number", number);
        return sittings(query).stream().findFirst();
    }

    private List<SittingView> sittings(Query query) throws StoreException {
        List<Stored> rows = query.bind("session", session.id())
                .map((rs, ctx) -> Stored.of(rs))
                .list();
        List<SittingView> views = new ArrayList<>(rows.size());
        for (Stored row : rows) {
            views.add(new SittingView(row.number(), row.status(), view(row.person()), row.frames()));
        }
        return views;
    }

    private FrameView withPerson(Handle handle, Frame frame) throws StoreException {
        if (frame.number().isEmpty()) {
            return new FrameView(frame, Optional.empty());
        }
        Optional<PersonRow> person = handle.createQuery("SELECT " + People.COLUMNS
                        + " FROM sitting JOIN person ON person.person_id = sitting.person_id"
                        + " WHERE sitting.session_id = :session AND sitting.number = :number")
                .bind("session", frame.sessionId())
                .bind("number", frame.number().getAsInt())
                .map((rs, ctx) -> People.map(rs))
                .findOne();
        return new FrameView(frame, person.isEmpty() ? Optional.empty() : Optional.of(view(person.get())));
    }

    private PersonView view(PersonRow person) throws StoreException {
        String masked = person.idEncrypted().isPresent()
                ? vault.decrypt(person.idEncrypted().get()).masked()
                : "";
        return new PersonView(
                person.studentNumber(),
                person.name(),
                Person.maskName(person.name()),
                masked,
                person.college(),
                person.className());
    }

    private record Stored(int number, SittingStatus status, int frames, PersonRow person) {
        static Stored of(ResultSet rs) throws SQLException {
            return new Stored(
                    rs.getInt("number"),
                    SittingStatus.ofCode(rs.getString("status")),
                    rs.getInt("frames"),
                    People.map(rs));
        }
    }
}
