package caixiang.sim.rehearsal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InventedPeopleTest {
    @Test
    void identityNumbersAreOfNoPlaceAndHaveTheRightCheckCharacter() {
        // The first people of samples/roster.csv, whose numbers came from elsewhere.
        assertEquals("999999200309010018", InventedPeople.idNumber(243));
        assertTrue(InventedPeople.idNumber(12_345).matches("999999200[345][0-9]{7}[0-9X]"));
    }

    @Test
    void noTwoPeopleShareANumber() {
        List<Attendee> people = InventedPeople.of(1, 5_000, 10);
        Set<String> numbers = new HashSet<>();
        people.forEach(person -> {
            assertTrue(numbers.add(person.studentNumber()), person.toString());
            assertTrue(numbers.add(person.idNumber()), person.toString());
        });
    }

    @Test
    void theRosterListsAllButTheWalkIns() {
        List<Attendee> people = InventedPeople.of(1, 10, 3);
        assertEquals(8, InventedPeople.roster(people).lines().count(), "a header and seven people");
        assertEquals(people, InventedPeople.of(1, 10, 3));
    }
}
