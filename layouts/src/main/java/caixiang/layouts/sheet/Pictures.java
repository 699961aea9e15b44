package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import java.util.List;

/**
 * Where the pictures of a sheet lie.
 *
 * @param slots numbered from 1 in this order
 * @param bleed how far each picture goes on beyond its trim, so that a cut beside the line shows no white
 */
public record Pictures(List<Slot> slots, Length bleed) {

    public Pictures {
        slots = List.copyOf(slots);
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("a sheet has at least one slot");
        }
    }

    /** A plain grid without bleed. */
    public static Pictures of(PictureGrid grid) {
        return new Pictures(grid.slots(), Length.ZERO);
    }
}
