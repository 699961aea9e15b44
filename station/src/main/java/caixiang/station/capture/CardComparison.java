package caixiang.station.capture;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.PictureKind;
import caixiang.station.sitting.ShotEvent;
import caixiang.station.store.CardObjects;
import caixiang.station.store.CardStatements;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.SeenCards;
import caixiang.station.store.Shot;
import caixiang.station.store.Shots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Compares a camera's card with what is known of it, each time it is read: what lies there unknown has been missed and is
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
     * What a comparison found.
     *
     * @param missed what is to be fetched
     * @param card which of the cards seen in this body
     * @param vanished in the archive, on this card before, and gone from it since
     */
    record Found(List<CardObject> missed, int card, int vanished) {}

    /**
     * Compares, and notes what has been missed.
     *
     * @param listing what lies on the card
     * @param isAwaited whether someone still waits for a shot's frame
     */
    Found compare(CardContents listing, Predicate<Shot> isAwaited) {
        CardObjects card = new CardObjects(handle, camera.serial());
        boolean listedBefore = card.wasListed();
        boolean first = card.listFirst(context.session().id(), now);
        List<Shot> open = new Shots(handle).openOf(camera.serial());
        Identified in = identify(listing.objects());
        Set<CardObject> filed = card.filed();
        List<CardObject> unknown = new ArrayList<>(listing.objects());
        unknown.removeAll(filed);
        unknown.removeAll(card.baseline());
        // Pictures of other days are none of this session's business, unless a frame is still owed from before.
        boolean isFirstLook = first && !(listedBefore && !open.isEmpty());
        List<CardObject> old = isFirstLook ? List.copyOf(unknown) : in.isNew ? oldOf(unknown, card) : List.of();
        old.forEach(object -> card.saveBaseline(object, now));
        unknown.removeAll(new HashSet<>(old));
        if (!isFirstLook) {
            want(card, unknown, open);
            // What could not be read may be the answer.
            if (unknown.isEmpty() && listing.unread() == 0) {
                open.stream().filter(isAwaited.negate()).forEach(this::lose);
            }
        }
        if (listing.unread() == 0) {
            noteGone(in.before, listing.objects(), card);
        }
        int vanished = vanished(in.before, listing.objects(), filed, card);
        journal(isFirstLook, listing, in, old.size(), unknown.size(), vanished, open.size());
        return new Found(List.copyOf(unknown), in.card, vanished);
    }

    /** A shot is answered by a JPEG; the RAW of the same exposure follows it. */
    private void want(CardObjects card, List<CardObject> unknown, List<Shot> open) {
        long jpegs = unknown.stream()
                .filter(object -> !PictureKind.isRaw(object.name()))
                .count();
        Optional<String> answered =
                jpegs == 1 && open.size() == 1 ? Optional.of(open.get(0).shotId()) : Optional.empty();
        for (CardObject object : unknown) {
            boolean isRaw = PictureKind.isRaw(object.name());
            card.saveWanted(object, isRaw ? Optional.empty() : answered, now);
        }
    }

    /** @param before what lay on it when it was last read, and what was shot onto it since */
    private record Identified(int card, boolean isNew, boolean isChanged, Set<CardObject> before) {}

    /** A card is known by its files: names come again on every card, but not with the same size and second. */
    private Identified identify(Set<CardObject> listed) {
        SeenCards seen = new SeenCards(handle, camera.serial());
        Map<Integer, Set<CardObject>> cards = seen.all();
        var last = new CardStatements(handle).of(camera.serial());
        int current = last.map(statement -> statement.card()).orElse(1);
        Set<CardObject> inCurrent = cards.computeIfAbsent(current, card -> new HashSet<>());
        Set<CardObject> kept = Set.copyOf(inCurrent);
        last.ifPresent(statement -> inCurrent.addAll(seen.shotSince(statement.at())));
        int card = current;
        long most = 0;
        for (Map.Entry<Integer, Set<CardObject>> each : cards.entrySet()) {
            long common = listed.stream().filter(each.getValue()::contains).count();
            if (common > most) {
                most = common;
                card = each.getKey();
            }
        }
        boolean isNew = last.isPresent() && most == 0 && !(listed.isEmpty() && inCurrent.isEmpty());
        if (isNew) {
            card = 1 + cards.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        }
        Set<CardObject> before = cards.getOrDefault(card, Set.of());
        // What was shot onto the card that is out stays known of it.
        if (card != current) {
            seen.save(current, kept, inCurrent);
        }
        seen.save(card, card == current ? kept : before, listed);
        return new Identified(card, isNew, last.isPresent() && card != current, before);
    }

    /** On a card not seen before, what is older than this day's work. */
    private List<CardObject> oldOf(List<CardObject> unknown, CardObjects card) {
        Instant begun = card.firstListed(context.session().id()).orElse(now);
        OldPictures old = OldPictures.before(begun, handle, camera.serial());
        return unknown.stream().filter(old::contain).toList();
    }

    /** Wanted, on this card before, and deleted from it before it could be fetched: nothing can bring it back. */
    private void noteGone(Set<CardObject> before, Set<CardObject> listed, CardObjects card) {
        for (CardObject object : card.wanted()) {
            if (before.contains(object) && !listed.contains(object)) {
                card.saveGone(object, now);
                new Journal(handle)
                        .append(JournalEntry.of(now, context.session().id(), "card-file-gone")
                                .with("camera", camera.serial())
                                .with("object", object.folder() + "/" + object.name()));
            }
        }
    }

    private static int vanished(
            Set<CardObject> before, Set<CardObject> listed, Set<CardObject> filed, CardObjects card) {
        Set<CardObject> gone = new HashSet<>(before);
        gone.removeAll(listed);
        gone.retainAll(filed);
        gone.removeAll(card.deleted());
        return gone.size();
    }

    private void lose(Shot shot) {
        new Shots(handle)
                .happened(shot.shotId(), ShotEvent.CARD_COMPARED, Optional.empty(), now)
                .ifPresent(lost -> LateShots.journal(handle, lost, now));
    }

    private void journal(
            boolean isFirstLook, CardContents listing, Identified in, int old, int unknown, int vanished, int owed) {
        String what = isFirstLook ? "card-first-seen" : in.isChanged ? "card-changed" : "card-compared";
        new Journal(handle)
                .append(JournalEntry.of(now, context.session().id(), what)
                        .with("camera", camera.serial())
                        .with("card", "" + in.card)
                        .with("onCard", "" + (listing.objects().size() + listing.unread()))
                        .with("unread", "" + listing.unread())
                        .with("old", "" + old)
                        .with("unknown", "" + unknown)
                        .with("vanished", "" + vanished)
                        .with("owed", "" + owed));
    }
}
