package caixiang.station.store;

import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Table {@code reserved_number}: the numbers a station may give out while offline, drawn from the site beforehand. */
public final class Reserve {
    /** The series begins above this one; the main series ends here. */
    public static final int MAIN_SERIES_MAX = 9_000;

    private final Handle own;
    private final String sessionId;

    /** @param own the station's own database */
    public Reserve(Handle own, String sessionId) {
        this.own = own;
        this.sessionId = sessionId;
    }

    /** Draws numbers in the site's database. What is drawn and then lost in a crash is a gap in this series only. */
    public static List<Integer> draw(Handle site, String sessionId, int count) {
        int last = site.createQuery(
                        "UPDATE session SET last_reserved = last_reserved + :count WHERE session_id = :session"
                                + " RETURNING last_reserved")
                .bind("count", count)
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .one();
        return IntStream.rangeClosed(last - count + 1, last).boxed().toList();
    }

    public void add(List<Integer> numbers) {
        var batch = own.prepareBatch("INSERT INTO reserved_number (session_id, number) VALUES (:session, :number)");
        numbers.forEach(number ->
                batch.bind("session", sessionId).bind("number", number).add());
        batch.execute();
    }

    /**
     * The lowest, which is then no longer in the reserve. A rollback puts it back.
     *
     * @throws StoreException with fault {@code NO_NUMBERS} when none is left
     */
    public int take() throws StoreException {
        return own.createQuery("DELETE FROM reserved_number WHERE session_id = :session AND number ="
                        + " (SELECT MIN(number) FROM reserved_number WHERE session_id = :session) RETURNING number")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new StoreException(
                        StoreException.Fault.NO_NUMBERS,
                        "this station is offline and its reserve of numbers is used up"));
    }

    public int size() {
        return own.createQuery("SELECT count(*) FROM reserved_number WHERE session_id = :session")
                .bind("session", sessionId)
                .mapTo(Integer.class)
                .one();
    }
}
