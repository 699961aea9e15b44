package caixiang.station.site.merge;

import caixiang.station.site.merge.Verdict.Effect;
import caixiang.station.sitting.SittingStatus;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides what becomes of a number that this station changed while it could not reach the site. What came first is told
 * by the site's revisions alone: the stations' clocks may be wrong and are never compared.
 *
 * @param station this station
 */
public record SittingMerge(String station) {

    /**
     * One number, as this station has it and as the site has it now.
     *
     * @param ours its {@code revision} is that up to which this station had copied the site when it was left alone
     * @param site empty when the site has no such number
     * @param heldAtSite the number that the site has for this person
     */
    public record Case(int number, Holding ours, Optional<Holding> site, OptionalInt heldAtSite) {}

    public Verdict decide(Case c) {
        return c.site().isPresent() ? decideKnown(c.ours(), c.site().get()) : decideUnknown(c);
    }

    /** Given out of this station's reserve; or the site's database was put back to a time before the number. */
    private static Verdict decideUnknown(Case c) {
        boolean holdsAnother = c.heldAtSite().isPresent() && c.heldAtSite().getAsInt() != c.number();
        return holdsAnother ? Verdict.of(Effect.INSERT_SECOND, ConflictKind.TWO_NUMBERS) : Verdict.of(Effect.INSERT);
    }

    private Verdict decideKnown(Holding ours, Holding site) {
        if (!ours.personId().equals(site.personId())) {
            return Verdict.of(Effect.KEEP_SITE, ConflictKind.NUMBER_TAKEN);
        }
        if (ours.status() == SittingStatus.WAITING) {
            return Verdict.of(Effect.KEEP_SITE);
        }
        if (site.revision() <= ours.revision()) {
            return Verdict.of(Effect.WRITE_OURS);
        }
        if (site.isCalledByAnother(station)) {
            return Verdict.of(Effect.KEEP_SITE, ConflictKind.CALLED_TWICE);
        }
        // Given back to the queue by a take-over, or ours already: our own change whose answer was lost, or a merge
        // that
        // was interrupted.
        return Verdict.of(ours.isFurtherThan(site) ? Effect.WRITE_OURS : Effect.KEEP_SITE);
    }

    /** The status of a person's second number: it is nobody's turn any more unless the person sits before a camera. */
    public static SittingStatus ofSecond(SittingStatus ours) {
        return ours == SittingStatus.WAITING ? SittingStatus.DONE : ours;
    }
}
