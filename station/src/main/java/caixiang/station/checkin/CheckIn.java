package caixiang.station.checkin;

import caixiang.station.checkin.CheckInOutcome.Code;
import caixiang.station.checkin.CheckInOutcome.Given;
import caixiang.station.checkin.CheckInOutcome.Refused;
import caixiang.station.crash.CrashPoint;
import caixiang.station.roster.IdNumber;
import caixiang.station.site.Queue;
import caixiang.station.sitting.Turns;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.People;
import caixiang.station.store.PersonRow;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.SittingRow;
import caixiang.station.store.Sittings;
import caixiang.station.store.StateListener;
import caixiang.station.store.StoreException;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Gives out shooting numbers and calls them to this station. May be used from any thread. */
@CheckReturnValue
public final class CheckIn {
    private final Queue queue;
    private final IdentityVault vault;
    private final Session session;
    private final StateListener listener;

    public CheckIn(Queue queue, IdentityVault vault, Session session, StateListener listener) {
        this.queue = queue;
        this.vault = vault;
        this.session = session;
        this.listener = listener;
    }

    /**
     * Gives the person with this credential the next shooting number, or tells the one already held. Numbers have no gaps
     * and only rise. The same request again has no further effect and the same answer.
     *
     * @param credential a student number or an identity number as typed; compared whole, never in part
     * @param by who asks, for the journal
     */
    public CompletionStage<CheckInOutcome> checkIn(String credential, String requestId, String by) {
        return announced(queue.commit((handle, journal) -> give(handle, by(journal, by), credential, requestId)))
                .thenApply(CrashPoint.CHECK_IN_COMMITTED::passed);
    }

    /**
     * Ends the current turn and calls the next waiting number; with nobody waiting, nobody is current.
     *
     * @param by who asks, for the journal
     */
    public CompletionStage<OptionalInt> callNext(String by) {
        return announced(queue.commit((handle, journal) -> {
                    Sittings sittings = new Sittings(handle, session.id());
                    Turns before = sittings.turns(queue.station());
                    Turns after = before.next();
                    if (before.equals(after)) {
                        return after.current();
                    }
                    Instant now = queue.clock().instant();
                    sittings.save(queue.station(), before, after, now);
                    journal.accept(JournalEntry.of(now, session.id(), "called")
                            .number(after.current())
                            .by(by)
                            .with(
                                    "ended",
                                    before.current().isPresent()
                                            ? "" + before.current().getAsInt()
                                            : "nobody"));
                    return after.current();
                }))
                .thenApply(CrashPoint.CALL_COMMITTED::passed);
    }

    private static Consumer<JournalEntry> by(Consumer<JournalEntry> journal, String who) {
        return entry -> journal.accept(entry.by(who));
    }

    private <T> CompletionStage<T> announced(CompletionStage<T> stage) {
        return stage.whenComplete((result, failure) -> {
            if (failure == null) {
                listener.stateChanged();
            }
        });
    }

    private CheckInOutcome give(Handle handle, Consumer<JournalEntry> journal, String credential, String requestId)
            throws StoreException {
        Instant now = queue.clock().instant();
        List<PersonRow> found = find(handle, credential);
        if (found.size() != 1) {
            return refuse(journal, now, found.isEmpty() ? Code.UNKNOWN_CREDENTIAL : Code.AMBIGUOUS_CREDENTIAL);
        }
        String personId = found.get(0).personId();
        Sittings sittings = new Sittings(handle, session.id());
        Optional<SittingRow> ofRequest = sittings.ofRequest(requestId);
        if (ofRequest.isPresent() && !ofRequest.get().personId().equals(personId)) {
            return refuse(journal, now, Code.BAD_REQUEST);
        }
        Optional<SittingRow> held = sittings.ofPerson(personId);
        if (held.isPresent()) {
            return new Given(held.get().number(), held.get().requestId().equals(requestId));
        }
        Turns before = sittings.turns(queue.station());
        int number = new Sessions(handle).nextNumber(session.id());
        sittings.insertWaiting(number, personId, requestId, now);
        if (queue.callsAtOnce()) {
            sittings.save(queue.station(), before, before.checkIn(number), now);
        }
        journal.accept(JournalEntry.of(now, session.id(), "checked-in").number(number));
        return new Given(number, true);
    }

    private List<PersonRow> find(Handle handle, String credential) {
        String normalised = IdNumber.normalise(credential);
        Optional<String> lookup = IdNumber.parse(normalised).map(vault::lookup);
        return new People(handle).find(session.id(), normalised, lookup);
    }

    /** The credential itself is not journaled: it may be someone's identity number. */
    private CheckInOutcome refuse(Consumer<JournalEntry> journal, Instant now, Code code) {
        journal.accept(JournalEntry.of(now, session.id(), "check-in-refused").with("code", code.code()));
        return new Refused(code);
    }
}
