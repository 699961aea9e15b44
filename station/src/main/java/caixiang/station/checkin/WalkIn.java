package caixiang.station.checkin;

import caixiang.station.checkin.WalkInOutcome.Added;
import caixiang.station.checkin.WalkInOutcome.Code;
import caixiang.station.checkin.WalkInOutcome.Refused;
import caixiang.station.roster.IdNumber;
import caixiang.station.roster.Person;
import caixiang.station.site.Queue;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.People;
import caixiang.station.store.PersonRow;
import caixiang.station.store.Session;
import caixiang.station.store.StateListener;
import caixiang.station.store.WalkIns;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Adds people who come without being on the roster, with what the receiver of the pictures needs to know. They are then
 * checked in like anybody else. May be used from any thread; stages complete on a database's threads.
 */
@CheckReturnValue
public final class WalkIn {
    private final Queue queue;
    private final IdentityVault vault;
    private final Session session;
    private final Ids ids;
    private final StateListener listener;

    public WalkIn(Queue queue, IdentityVault vault, Session session, Ids ids, StateListener listener) {
        this.queue = queue;
        this.vault = vault;
        this.session = session;
        this.ids = ids;
        this.listener = listener;
    }

    /** Adds the person. The same request again has no further effect and the same answer. */
    public CompletionStage<WalkInOutcome> add(WalkInRequest request) {
        return queue.commit((handle, journal) -> add(handle, journal, request)).whenComplete((outcome, failure) -> {
            if (failure == null) {
                listener.stateChanged();
            }
        });
    }

    private WalkInOutcome add(Handle handle, Consumer<JournalEntry> journal, WalkInRequest request) {
        Optional<Refused> unfit = unfit(request);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        Person person = person(request);
        Optional<PersonRow> before = new WalkIns(handle).ofRequest(session.id(), request.requestId());
        if (before.isPresent()) {
            boolean isSame = before.get().studentNumber().equals(person.studentNumber());
            return isSame ? new Added(person, false) : new Refused(Code.BAD_REQUEST, "requestId");
        }
        People people = new People(handle);
        Optional<String> lookup = person.idNumber().map(vault::lookup);
        if (!people.find(session.id(), person.studentNumber(), lookup).isEmpty()) {
            return new Refused(Code.PERSON_LISTED, "");
        }
        save(handle, journal, person, request);
        return new Added(person, true);
    }

    private void save(Handle handle, Consumer<JournalEntry> journal, Person person, WalkInRequest request) {
        Instant now = queue.clock().instant();
        String personId = ids.next();
        PersonRow row = new PersonRow(
                personId,
                person.studentNumber(),
                person.name(),
                person.college(),
                person.className(),
                person.idNumber().map(vault::encrypt));
        new People(handle).save(session.id(), row, person.idNumber().map(vault::lookup));
        new WalkIns(handle)
                .insert(
                        session.id(),
                        new WalkIns.Row(
                                personId, request.requestId(), request.reason().strip(), request.by(), now));
        // The reason stays in the table: typed by hand, it may hold a name.
        journal.accept(JournalEntry.of(now, session.id(), "walk-in-added")
                .with("person", personId)
                .with("by", request.by()));
    }

    private static Optional<Refused> unfit(WalkInRequest request) {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put("studentNumber", request.studentNumber());
        needed.put("name", request.name());
        needed.put("college", request.college());
        needed.put("className", request.className());
        needed.put("reason", request.reason());
        for (Map.Entry<String, String> field : needed.entrySet()) {
            if (field.getValue().isBlank() || hasUnprintable(field.getValue())) {
                return Optional.of(new Refused(Code.BAD_REQUEST, field.getKey()));
            }
        }
        if (!IdNumber.normalise(request.studentNumber()).matches("[0-9A-Z-]{1,32}")) {
            return Optional.of(new Refused(Code.BAD_REQUEST, "studentNumber"));
        }
        boolean isBadNumber = !request.idNumber().isBlank()
                && IdNumber.parse(request.idNumber()).isEmpty();
        return isBadNumber ? Optional.of(new Refused(Code.BAD_ID_NUMBER, "idNumber")) : Optional.empty();
    }

    private static boolean hasUnprintable(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.CONTROL || c == 0xFFFD);
    }

    private static Person person(WalkInRequest request) {
        return new Person(
                IdNumber.normalise(request.studentNumber()),
                request.name().strip(),
                IdNumber.parse(request.idNumber()),
                request.college().strip(),
                request.className().strip());
    }
}
