package caixiang.sim.camera.body;

import caixiang.sim.ptp.ObjectInfo;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The slot with the card in it, and the cards that have been in it before, by name. Safe for use by several threads. */
final class CardSlot {
    static final String FIRST = "A";

    private static final long CARD_BYTES = 64L << 30;

    /** The old files are from another day: one a minute from so long ago. */
    private static final int OLD_DAYS = 300;

    private static final int CARDS_MAX = 16;

    private final ExposureLog exposures;
    private final Map<String, Card> cards = new HashMap<>();
    private Card inserted;

    CardSlot(ExposureLog exposures, int firstFileNumber, LocalDateTime now) {
        this.exposures = exposures;
        this.inserted = new Card(0, CARD_BYTES, firstFileNumber, now);
        cards.put(FIRST, inserted);
    }

    synchronized Card card() {
        return inserted;
    }

    /**
     * Puts the card of this name in. A name not heard before is a new card.
     *
     * @param oldFiles how many files of another day lie on a new card
     * @return false when the body has seen too many cards
     */
    synchronized boolean insert(String name, int oldFiles, LocalDateTime now) throws IOException {
        if (!cards.containsKey(name)) {
            if (cards.size() == CARDS_MAX) {
                return false;
            }
            Card card = new Card(cards.size(), CARD_BYTES, 1, now.minusDays(OLD_DAYS));
            fill(card, oldFiles, now);
            cards.put(name, card);
        }
        inserted = cards.get(name);
        return true;
    }

    /** Lays files of another day on a card. */
    synchronized void fill(Card card, int oldFiles, LocalDateTime now) throws IOException {
        if (oldFiles == 0) {
            return;
        }
        byte[] bytes = Thumbnail.bytes();
        Exposure.Digest digest = exposures.writeOld(bytes);
        for (int i = 0; i < oldFiles; i++) {
            card.add(List.of(new ExposedFile(
                    FileKind.JPEG,
                    digest.file(),
                    digest.sizeBytes(),
                    new ObjectInfo.Picture(Thumbnail.EDGE_PIXELS, Thumbnail.EDGE_PIXELS, 0),
                    now.minusDays(OLD_DAYS).plusMinutes(i))));
        }
    }
}
