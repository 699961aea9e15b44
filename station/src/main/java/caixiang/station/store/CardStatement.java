package caixiang.station.store;

import caixiang.station.camera.CameraIdentity;
import java.time.Instant;

/**
 * What a comparison of a camera's card with the archive came to: {@code onCard = filed + baseline + wanted + unexplained},
 * unless files are wanted that lie on another card.
 *
 * @param camera the body; its port is not kept
 * @param station who compared
 * @param card which of the cards seen in this body, from 1
 * @param at when the card was read
 * @param onCard pictures on the card, RAW files counted like any other, and what could not be read
 * @param filed of these, in the archive
 * @param baseline of these, old files of other days
 * @param fetched of those filed, missing when the card was read and brought in since
 * @param wanted known to be missing and to be fetched, on this card or on one that is not in
 * @param unexplained could not be read, or could not be fetched
 * @param vanished in the archive, on this card when it was read before, and gone from it since; not by the station
 */
public record CardStatement(
        CameraIdentity camera,
        String station,
        int card,
        Instant at,
        int onCard,
        int filed,
        int baseline,
        int fetched,
        int wanted,
        int unexplained,
        int vanished) {

    /** Whether nothing on the card is left to be brought in. */
    public boolean isSettled() {
        return wanted == 0 && unexplained == 0;
    }
}
