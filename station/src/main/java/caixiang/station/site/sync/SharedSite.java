package caixiang.station.site.sync;

import caixiang.station.day.Obstacle;
import caixiang.station.day.Obstacle.Code;
import caixiang.station.day.ObstacleSource;
import caixiang.station.store.Database;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Reserve;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.sync.ConflictViews;
import caixiang.station.store.sync.Conflicts;
import caixiang.station.store.sync.Conflicts.Settlement;
import caixiang.station.store.sync.Outbox;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * How this station stands to its site, for the screens, and the conflicts that somebody must settle. Read from the station's
 * own database. May be used from any thread.
 */
@CheckReturnValue
public final class SharedSite implements ObstacleSource {
    private final Database own;
    private final Session session;
    private final SteadyQueue queue;
    private final Supplier<CompletionStage<Void>> caughtUp;

    /** @param caughtUp completes when what waits now has been offered to the site, {@link SiteSync#caughtUp} */
    public SharedSite(Database own, Session session, SteadyQueue queue, Supplier<CompletionStage<Void>> caughtUp) {
        this.own = own;
        this.session = session;
        this.queue = queue;
        this.caughtUp = caughtUp;
    }

    /**
     * How things stand.
     *
     * @param offlineSince empty while the site is reached
     * @param backlog what the site does not have yet
     * @param reserve numbers left for the time offline
     * @param conflicts open ones
     */
    public record Standing(Optional<Instant> offlineSince, Outbox.Backlog backlog, int reserve, int conflicts) {}

    public CompletionStage<Standing> standing() {
        return own.read(handle -> new Standing(
                queue.offlineSince(),
                new Outbox(handle).backlog(),
                new Reserve(handle, session.id()).size(),
                new Conflicts(handle, session.id()).open()));
    }

    /** What the others do not have yet, or nobody has settled, is no end of a day. */
    @Override
    public CompletionStage<List<Obstacle>> obstacles() {
        return caughtUp.get().thenCompose(done -> standing()).thenApply(SharedSite::obstacles);
    }

    private static List<Obstacle> obstacles(Standing standing) {
        List<Obstacle> all = new ArrayList<>();
        int behind = Math.max(standing.backlog().rows(), standing.offlineSince().isPresent() ? 1 : 0);
        if (behind > 0) {
            all.add(new Obstacle(Code.SITE_BEHIND, behind));
        }
        if (standing.conflicts() > 0) {
            all.add(new Obstacle(Code.SITE_CONFLICTS, standing.conflicts()));
        }
        return all;
    }

    /** Open ones first, then by when they were found. */
    public CompletionStage<List<ConflictViews.View>> conflicts() {
        return own.read(handle -> new ConflictViews(handle, session.id()).all());
    }

    /**
     * Somebody has looked at a conflict and says what holds. Completes with the conflict as it stands then, or with nothing
     * when there is none of this id; a settled one stays as it is. Fails with {@code UNREACHABLE} while offline: all
     * stations must see it.
     */
    public CompletionStage<Optional<ConflictViews.View>> settle(String id, String by, String note) {
        return queue.together()
                .commit((handle, journal) -> {
                    Instant now = queue.clock().instant();
                    var conflicts = new Conflicts(handle, session.id());
                    if (conflicts.settle(
                            id, new Settlement(now, by, note), new Sessions(handle).revision(session.id()))) {
                        journal.accept(JournalEntry.of(now, session.id(), "conflict-settled")
                                .with("id", id)
                                .with("by", by));
                    }
                    return conflicts.find(id);
                })
                .thenCompose(settled ->
                        own.read(handle -> settled.map(row -> new ConflictViews(handle, session.id()).view(row))));
    }
}
