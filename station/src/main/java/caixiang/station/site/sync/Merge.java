package caixiang.station.site.sync;

import caixiang.station.crash.CrashPoint;
import caixiang.station.site.ThisStation;
import caixiang.station.store.Database;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Session;
import caixiang.station.store.SessionCopy;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.StoreException;
import caixiang.station.store.SyncState;
import caixiang.station.store.Waiting;
import caixiang.station.store.sync.Conflicts;
import caixiang.station.store.sync.OfflineWork;
import caixiang.station.store.sync.SitePeople;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings what a station did alone into the site's database, round by round: read here, write there in one transaction,
 * take off the list here. A round that is interrupted anywhere is done again and then finds its own work. Confined to the
 * thread {@code site-sync}.
 */
final class Merge {
    private static final int ROUND_MAX = 100;

    private final Database own;
    private final SharedDatabase site;
    private final Session today;
    private final ThisStation station;

    Merge(Database own, SharedDatabase site, Session today, ThisStation station) {
        this.own = own;
        this.site = site;
        this.today = today;
        this.station = station;
    }

    /**
     * What this station brings along.
     *
     * @param base up to which revision it had copied the site when it was left alone
     * @param entered people entered here, with their rows
     * @param workedWith the people of the numbers, as this station knew them
     * @param all of the whole time alone, however many rounds it takes
     */
    record Brought(
            long base,
            List<OfflineWork.Sitting> sittings,
            List<Entered> entered,
            List<SitePeople.Facts> workedWith,
            Outage all) {}

    /** @param people who have numbers or frames that the site did not have */
    record Outage(Optional<Instant> since, int people) {}

    record Entered(SitePeople.Facts facts, SitePeople.Whole row) {}

    /**
     * One round.
     *
     * @return whether nothing is left; then the station is online again
     * @throws StoreException with fault {@code UNREACHABLE} when the site is still away
     */
    boolean round() throws StoreException {
        String sessionId =
                Waiting.forResult(own.read(OfflineWork::oldestSession)).orElse(today.id());
        Brought brought = Waiting.forResult(own.read(handle -> {
            var work = new OfflineWork(handle, sessionId);
            var people = new SitePeople(handle, sessionId);
            List<Entered> entered = work.people().stream()
                    .map(id -> new Entered(people.find(id).orElseThrow(), people.whole(id)))
                    .toList();
            List<OfflineWork.Sitting> sittings = work.sittings(ROUND_MAX);
            List<SitePeople.Facts> workedWith = sittings.stream()
                    .map(sitting -> people.find(sitting.personId()).orElseThrow())
                    .distinct()
                    .toList();
            return new Brought(
                    new SessionCopy(handle, sessionId).revision().orElseThrow(),
                    sittings,
                    entered,
                    workedWith,
                    new Outage(new SyncState(handle).offlineSince(), work.touched()));
        }));
        Instant now = own.clock().instant();
        MergeAtSite.Done done = Waiting.forResult(
                site.write(handle -> new MergeAtSite(handle, sessionId, station, now).bring(brought)));
        CrashPoint.MERGED_AT_SITE.passed();
        boolean isOver = Waiting.forResult(own.write(handle -> {
            var work = new OfflineWork(handle, sessionId);
            done.knownBefore().forEach(work::becomes);
            work.merged(
                    brought.sittings(),
                    brought.entered().stream()
                            .map(entered -> entered.facts().personId())
                            .toList());
            boolean isComplete = OfflineWork.oldestSession(handle).isEmpty();
            journal(sessionId, brought, done, now, isComplete).forEach(new Journal(handle)::append);
            if (isComplete) {
                new SyncState(handle).goOnline();
            }
            return isComplete;
        }));
        CrashPoint.MERGE_NOTED.passed();
        return isOver;
    }

    private List<JournalEntry> journal(
            String sessionId, Brought brought, MergeAtSite.Done done, Instant now, boolean isComplete) {
        List<JournalEntry> entries = new ArrayList<>();
        if (!brought.sittings().isEmpty() || !brought.entered().isEmpty()) {
            entries.add(JournalEntry.of(now, sessionId, "merged")
                    .with("numbers", "" + brought.sittings().size())
                    .with("people", "" + brought.entered().size())
                    .with("conflicts", "" + done.conflicts().size()));
        }
        done.undone()
                .forEach(number -> entries.add(
                        JournalEntry.of(now, sessionId, "call-undone").number(number)));
        for (Conflicts.Row conflict : done.conflicts()) {
            entries.add(JournalEntry.of(now, sessionId, "conflict")
                    .number(conflict.number())
                    .with("kind", conflict.kind())
                    .with("id", conflict.id())
                    .with("with", conflict.otherStation().orElse("the site")));
        }
        if (isComplete) {
            entries.add(JournalEntry.of(now, sessionId, "came-back"));
        }
        return entries;
    }
}
