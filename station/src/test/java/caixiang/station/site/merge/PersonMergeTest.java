package caixiang.station.site.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.station.site.merge.PersonMerge.Entry;
import caixiang.station.site.merge.PersonMerge.Facts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonMergeTest {
    private static final Facts OURS = new Facts("p", "S1", "样甲子", Optional.of("id1"));

    @Test
    void somebodyTheSiteDoesNotKnowIsEntered() {
        assertEquals(
                new Entry("p", true, false, Optional.empty()),
                PersonMerge.enter(OURS, Optional.empty(), Optional.empty()));
    }

    @Test
    void somebodyTheRosterBroughtMeanwhileIsThatPerson() {
        Facts known = new Facts("q", "S1", "样甲子", Optional.empty());
        assertEquals(
                new Entry("q", false, false, Optional.empty()),
                PersonMerge.enter(OURS, Optional.of(known), Optional.empty()));
    }

    @Test
    void anotherNameUnderTheSameStudentNumberIsListed() {
        Facts known = new Facts("q", "S1", "样乙丑", Optional.empty());
        assertEquals(
                new Entry("q", false, false, Optional.of(ConflictKind.PERSON_DIFFERS)),
                PersonMerge.enter(OURS, Optional.of(known), Optional.empty()));
    }

    @Test
    void anIdentityNumberIsNotTakenFromAnotherPerson() {
        Facts holder = new Facts("q", "S2", "样乙丑", Optional.of("id1"));
        assertEquals(
                new Entry("p", true, true, Optional.of(ConflictKind.IDENTITY_HELD)),
                PersonMerge.enter(OURS, Optional.empty(), Optional.of(holder)));
    }

    @Test
    void anInterruptedMergeFindsItsOwnPersonAndListsNothing() {
        assertEquals(
                new Entry("p", false, false, Optional.empty()),
                PersonMerge.enter(OURS, Optional.of(OURS), Optional.of(OURS)));
    }

    @Test
    void aRosterThatChangesWhatMayBePrintedIsListed() {
        assertEquals(Optional.empty(), PersonMerge.changed(OURS, new Facts("p", "S1", "样甲子", Optional.of("id2"))));
        assertEquals(
                Optional.of(ConflictKind.PERSON_CHANGED),
                PersonMerge.changed(OURS, new Facts("p", "S1", "样甲丑", Optional.of("id1"))));
    }
}
