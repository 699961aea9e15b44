package caixiang.station.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.checkin.WalkInOutcome.Added;
import caixiang.station.checkin.WalkInOutcome.Code;
import caixiang.station.checkin.WalkInOutcome.Refused;
import caixiang.station.roster.Person;
import caixiang.station.site.LocalQueue;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.Journal;
import caixiang.station.store.People;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class WalkInTest {
    private static final Session SESSION = new Session("2026-11-22-a", "示例");
    private static final String ID_NUMBER = "999999200309010018";

    @TempDir
    private Path folder;

    private Database database;
    private WalkIn walkIn;
    private CheckIn checkIn;

    @BeforeEach
    void open() throws StoreException {
        database = Database.open(folder.resolve("caixiang.sqlite"), Clock.systemUTC());
        IdentityVault vault = IdentityKey.open(folder.resolve("identity.key"), database);
        Waiting.forResult(database.write(
                handle -> new Sessions(handle).open(SESSION, database.clock().instant())));
        LocalQueue queue = new LocalQueue(database, SESSION, "A");
        walkIn = new WalkIn(queue, vault, SESSION, new Ids(Clock.systemUTC(), new Random(1)), () -> {});
        checkIn = new CheckIn(queue, vault, SESSION, () -> {});
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void somebodyOnNoRosterIsAddedAndCheckedInByEitherNumber() throws StoreException {
        Added added = (Added) add(request("request-1", "20269001", ID_NUMBER));
        assertTrue(added.created());
        assertEquals("样新一", added.person().name());
        assertEquals(
                new CheckInOutcome.Given(1, true),
                Waiting.forResult(checkIn.checkIn("20269001", "check-in-1", "test")));
        assertEquals(
                new CheckInOutcome.Given(1, false),
                Waiting.forResult(checkIn.checkIn(ID_NUMBER, "check-in-2", "test")));
    }

    @Test
    void theSameRequestAgainAddsNobodyAndAnswersTheSame() throws StoreException {
        Person first = ((Added) add(request("request-1", "20269001", ""))).person();
        Added again = (Added) add(request("request-1", "２０２６９００１", ""));
        assertFalse(again.created());
        assertEquals(first, again.person());
        assertEquals(new Refused(Code.BAD_REQUEST, "requestId"), add(request("request-1", "20269002", "")));
        assertEquals(1, people());
    }

    @Test
    void aNumberThatSomebodyHasMakesNoSecondPerson() throws StoreException {
        assertTrue(add(request("request-1", "20269001", ID_NUMBER)) instanceof Added);
        assertEquals(new Refused(Code.PERSON_LISTED, ""), add(request("request-2", "20269001", "")));
        assertEquals(new Refused(Code.PERSON_LISTED, ""), add(request("request-3", "20269002", ID_NUMBER)));
        assertEquals(1, people());
    }

    @ParameterizedTest
    @CsvSource({
        "2026 9001!, '', studentNumber, BAD_REQUEST",
        "'  ', '', studentNumber, BAD_REQUEST",
        "20269001, 999999200309010019, idNumber, BAD_ID_NUMBER",
        "20269001, 999999200302300018, idNumber, BAD_ID_NUMBER",
        "20269001, 12, idNumber, BAD_ID_NUMBER"
    })
    void whatNoFormHoldsIsRefusedByField(String student, String idNumber, String field, Code code)
            throws StoreException {
        assertEquals(new Refused(code, field), add(request("request-1", student, idNumber)));
        assertEquals(0, people());
    }

    @Test
    void theJournalSaysWhoAddedSomebodyButNoNameOrNumber() throws StoreException {
        assertTrue(add(request("request-1", "20269001", ID_NUMBER)) instanceof Added);
        String detail =
                Waiting.forResult(database.read(handle -> new Journal(handle).newest(SESSION.id(), 10))).stream()
                        .filter(row -> row.what().equals("walk-in-added"))
                        .findFirst()
                        .orElseThrow()
                        .detail();
        assertTrue(detail.contains("王老师"), detail);
        assertFalse(detail.contains("样新一") || detail.contains("20269001") || detail.contains(ID_NUMBER), detail);
    }

    private WalkInOutcome add(WalkInRequest request) throws StoreException {
        return Waiting.forResult(walkIn.add(request));
    }

    private int people() throws StoreException {
        return Waiting.forResult(database.read(handle -> new People(handle).count(SESSION.id())));
    }

    private static WalkInRequest request(String requestId, String student, String idNumber) {
        return new WalkInRequest(requestId, student, " 样新一 ", idNumber, "示例学院", "一班", "名单漏报", "王老师");
    }
}
