package caixiang.station.site.merge;

import java.util.Optional;

/** Decides about people: the site's roster holds, and what it overrides is listed. */
public final class PersonMerge {
    private PersonMerge() {}

    /** What of a person counts here. */
    public record Facts(String personId, String studentNumber, String name, Optional<String> idLookup) {}

    /**
     * What becomes of somebody entered at a desk while offline.
     *
     * @param personId who it is at the site: the one given, or the one the site has already
     * @param isNew whether the site has to enter this person
     * @param withoutIdNumber entered without the identity number, which another person has
     */
    public record Entry(String personId, boolean isNew, boolean withoutIdNumber, Optional<ConflictKind> conflict) {}

    /**
     * Decides about somebody entered offline.
     *
     * @param sameStudentNumber the site's person with the same student number
     * @param sameIdNumber the site's person with the same identity number
     */
    public static Entry enter(Facts ours, Optional<Facts> sameStudentNumber, Optional<Facts> sameIdNumber) {
        if (sameStudentNumber.isPresent()) {
            Facts known = sameStudentNumber.get();
            boolean differs =
                    !known.personId().equals(ours.personId()) && !known.name().equals(ours.name());
            return new Entry(
                    known.personId(),
                    false,
                    false,
                    differs ? Optional.of(ConflictKind.PERSON_DIFFERS) : Optional.empty());
        }
        boolean isHeld = sameIdNumber.isPresent();
        return new Entry(
                ours.personId(), true, isHeld, isHeld ? Optional.of(ConflictKind.IDENTITY_HELD) : Optional.empty());
    }

    /** Whether a roster taken meanwhile changed what may stand on a slip or a sheet already. */
    public static Optional<ConflictKind> changed(Facts workedWith, Facts now) {
        boolean isSame = workedWith.name().equals(now.name())
                && workedWith.studentNumber().equals(now.studentNumber());
        return isSame ? Optional.empty() : Optional.of(ConflictKind.PERSON_CHANGED);
    }
}
