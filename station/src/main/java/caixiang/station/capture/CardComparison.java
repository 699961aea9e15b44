package caixiang.station.capture;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.CardObjects;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Compares a camera's card with what is known of it, at each connection: what lies there unknown has been missed and is
 * fetched; a shot that nothing on the card answers is lost.
 */
final class CardComparison {
    private final Handle handle;
    private final CaptureContext context;
    private final CameraIdentity camera;
    private final Instant now;

    CardComparison(Handle handle, CaptureContext context, CameraIdentity camera, Instant now) {
        this.handle = handle;
        this.context = context;
        this.camera = camera;
        this.now = now;
    }

    /**
     * Compares, and notes what has been missed.
     *
     * @param isAwaited whether someone still waits for a shot's frame
     * @return what is to be fetched
     */
    List<CardObject> compare(List<CardObject> listed, Predicate<Shot> isAwaited) {
        CardObjects card = new CardObjects(handle, camera.serial());
        List<Shot> open = new Shots(handle).openOf(camera.serial());
        boolean listedBefore = card.wasListed();
        boolean first = card.listFirst(context.session().id(), now);
        Set<CardObject> known = card.known();
        List<CardObject> unknown = new ArrayList<>();
        for (CardObject object : listed) {
            CardObject comparable = Filing.wholeMillis(object);
            if (!known.contains(comparable)) {
                unknown.add(comparable);
            }
        }
        // Pictures of other days are none of this session's business, unless a frame is still owed from before.
        if (first && !(listedBefore && !open.isEmpty())) {
            unknown.forEach(object -> card.saveBaseline(object, now));
            journal("card-first-seen", listed.size(), unknown.size(), open.size());
            return List.of();
        }
        Optional<Shot> answered = unknown.size() == 1 && open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
        unknown.forEach(object -> card.saveWanted(object, answered.map(Shot::shotId), now));
        if (unknown.isEmpty()) {
            open.stream().filter(isAwaited.negate()).forEach(this::lose);
        }
        journal("card-compared", listed.size(), unknown.size(), open.size());
        return unknown;
    }

    private void lose(Shot shot) {
        if (new Shots(handle).change(shot.shotId(), ShotState.LOST, Optional.empty(), now)) {
            new Journal(handle)
                    .append(JournalEntry.of(now, shot.sessionId(), "shot-lost")
                            .number(shot.number())
                            .with("shot", shot.shotId()));
        }
    }

    private void journal(String what, int onCard, int unknown, int owed) {
        new Journal(handle)
                .append(JournalEntry.of(now, context.session().id(), what)
                        .with("camera", camera.serial())
                        .with("onCard", "" + onCard)
                        .with("unknown", "" + unknown)
                        .with("owed", "" + owed));
    }
}
