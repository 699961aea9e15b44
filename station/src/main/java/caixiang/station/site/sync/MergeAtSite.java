package caixiang.station.site.sync;

import caixiang.station.site.ThisStation;
import caixiang.station.site.merge.ClosingMerge;
import caixiang.station.site.merge.ConflictKind;
import caixiang.station.site.merge.Holding;
import caixiang.station.site.merge.PersonMerge;
import caixiang.station.site.merge.SittingMerge;
import caixiang.station.site.merge.Verdict;
import caixiang.station.sitting.SittingStatus;
import caixiang.station.store.Notices;
import caixiang.station.store.Sessions;
import caixiang.station.store.Stations;
import caixiang.station.store.StoreException;
import caixiang.station.store.sync.Conflicts;
import caixiang.station.store.sync.OfflineWork;
import caixiang.station.store.sync.SiteClosings;
import caixiang.station.store.sync.SitePeople;
import caixiang.station.store.sync.SiteSittings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** The half of a merge that happens in the site's database, within one transaction. */
final class MergeAtSite {
    private final Handle site;
    private final String sessionId;
    private final ThisStation station;
    private final Instant now;
    private final SitePeople people;
    private final Map<String, String> knownBefore = new HashMap<>();
    private final List<Conflicts.Row> conflicts = new ArrayList<>();
    private final List<Integer> undone = new ArrayList<>();

    MergeAtSite(Handle site, String sessionId, ThisStation station, Instant now) {
        this.site = site;
        this.sessionId = sessionId;
        this.station = station;
        this.now = now;
        this.people = new SitePeople(site, sessionId);
    }

    /**
     * What came of it.
     *
     * @param knownBefore somebody entered offline, and who that is at the site
     * @param undone numbers the site had called for this station without this station hearing of it
     */
    record Done(Map<String, String> knownBefore, List<Conflicts.Row> conflicts, List<Integer> undone) {}

    Done bring(Merge.Brought brought) throws StoreException {
        long revision = new Sessions(site).change(sessionId);
        Optional<Stations.Row> holder = new Stations(site).find(station.name());
        if (holder.isPresent() && !holder.get().instanceId().equals(station.instanceId())) {
            throw new StoreException(
                    StoreException.Fault.FAILED,
                    "another computer now works as station " + station.name() + "; what this one did offline is kept"
                            + " here and not merged until that one stops");
        }
        brought.entered().forEach(entered -> enter(entered, revision));
        brought.workedWith().forEach(this::compare);
        var sittings = new SiteSittings(site, sessionId, revision);
        undoUnheardCall(sittings, brought);
        for (OfflineWork.Sitting ours : brought.sittings()) {
            bring(sittings, ours, brought.base());
        }
        compareWithClosing(brought.all());
        var listed = new Conflicts(site, sessionId);
        conflicts.forEach(conflict -> listed.list(conflict, revision));
        Notices.tell(site, "queue");
        return new Done(knownBefore, conflicts, undone);
    }

    private void enter(Merge.Entered entered, long revision) {
        SitePeople.Facts ours = entered.facts();
        Optional<SitePeople.Facts> sameStudent = people.ofStudentNumber(ours.studentNumber());
        PersonMerge.Entry entry = PersonMerge.enter(
                facts(ours),
                sameStudent.map(MergeAtSite::facts),
                ours.idLookup().flatMap(people::ofIdNumber).map(MergeAtSite::facts));
        if (entry.isNew()) {
            people.insert(entered.row(), entry.withoutIdNumber(), revision);
        }
        if (!entry.personId().equals(ours.personId())) {
            knownBefore.put(ours.personId(), entry.personId());
        }
        entry.conflict()
                .ifPresent(kind ->
                        add(kind, OptionalInt.empty(), OptionalInt.empty(), entry.personId(), Optional.empty()));
    }

    /** Whether the roster was changed under somebody this station worked with. */
    private void compare(SitePeople.Facts ours) {
        people.find(ours.personId())
                .flatMap(theirs -> PersonMerge.changed(facts(ours), facts(theirs)))
                .ifPresent(
                        kind -> add(kind, OptionalInt.empty(), OptionalInt.empty(), ours.personId(), Optional.empty()));
    }

    /** The answer to our last call was lost, and here somebody else was called instead. A station has one current person. */
    private void undoUnheardCall(SiteSittings sittings, Merge.Brought brought) {
        OptionalInt there = sittings.currentAt(station.name());
        boolean isMergedAnyway =
                there.isPresent() && brought.sittings().stream().anyMatch(ours -> ours.number() == there.getAsInt());
        boolean isElsewhere = brought.sittings().stream().anyMatch(ours -> ours.status() == SittingStatus.CURRENT);
        if (there.isPresent() && !isMergedAnyway && isElsewhere) {
            sittings.undoCall(there.getAsInt());
            undone.add(there.getAsInt());
        }
    }

    private void bring(SiteSittings sittings, OfflineWork.Sitting ours, long base) {
        String personId = knownBefore.getOrDefault(ours.personId(), ours.personId());
        Optional<SiteSittings.Row> there = sittings.find(ours.number());
        OptionalInt held = sittings.heldBy(personId);
        Verdict verdict = new SittingMerge(station.name())
                .decide(new SittingMerge.Case(
                        ours.number(),
                        new Holding(personId, ours.status(), ours.station(), base),
                        there.map(row -> new Holding(row.personId(), row.status(), row.station(), row.revision())),
                        held));
        switch (verdict.effect()) {
            case WRITE_OURS -> sittings.write(ours);
            case INSERT -> sittings.insert(ours, personId, ours.status(), OptionalInt.empty());
            case INSERT_SECOND -> sittings.insert(ours, personId, SittingMerge.ofSecond(ours.status()), held);
            case KEEP_SITE -> {}
        }
        verdict.conflict()
                .ifPresent(kind -> add(
                        kind,
                        OptionalInt.of(ours.number()),
                        kind == ConflictKind.TWO_NUMBERS ? held : OptionalInt.empty(),
                        personId,
                        there.flatMap(SiteSittings.Row::station)));
    }

    /** One closing and one outage make one conflict, in however many rounds it is brought in. */
    private void compareWithClosing(Merge.Outage all) {
        Optional<SiteClosings.Row> closed = new SiteClosings(site, sessionId).ofAnother(station.name());
        ClosingMerge.decide(all.people(), closed.isPresent()).ifPresent(kind -> {
            SiteClosings.Row closing = closed.orElseThrow();
            long since = all.since().map(Instant::toEpochMilli).orElse(0L);
            conflicts.add(new Conflicts.Row(
                    String.join(
                            ".", kind.code(), sessionId, closing.at() + "-" + since, station.name(), closing.station()),
                    kind.code(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.of(all.people()),
                    station.name(),
                    Optional.of(closing.station()),
                    now,
                    Optional.empty()));
        });
    }

    private void add(
            ConflictKind kind, OptionalInt number, OptionalInt other, String personId, Optional<String> otherStation) {
        String subject = number.isPresent() ? "" + number.getAsInt() : personId;
        String id = String.join(".", kind.code(), sessionId, subject, station.name(), otherStation.orElse("site"));
        conflicts.add(new Conflicts.Row(
                id,
                kind.code(),
                number,
                other,
                Optional.of(personId),
                OptionalInt.empty(),
                station.name(),
                otherStation,
                now,
                Optional.empty()));
    }

    private static PersonMerge.Facts facts(SitePeople.Facts facts) {
        return new PersonMerge.Facts(facts.personId(), facts.studentNumber(), facts.name(), facts.idLookup());
    }
}
