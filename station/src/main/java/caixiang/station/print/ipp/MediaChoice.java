package caixiang.station.print.ipp;

import caixiang.layouts.geometry.Length;
import caixiang.station.print.PrintOrder;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.model.MediaCol;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The paper a sheet goes onto, in hundredths of a millimetre.
 *
 * @param margin the same on all sides; 0 is borderless
 */
record MediaChoice(int width, int height, int margin, Optional<String> type) {
    private static final int MICROMETRES_PER_HUNDREDTH = 10;
    /** Printers round the sizes of their paper; half a millimetre is no other paper. */
    private static final int TOLERANCE_HUNDREDTHS = 50;

    /** The offer of the sheet's size with the smallest margins, photo paper first; none when all cut into pictures. */
    static Optional<MediaChoice> of(List<MediaOffer> offers, PrintOrder order) {
        int width = hundredths(order.media().size().width());
        int height = hundredths(order.media().size().height());
        return offers.stream()
                .map(offer -> new MediaChoice(
                        offer.width().nearest(width), offer.height().nearest(height), offer.marginMax(), offer.type()))
                .filter(choice -> Math.abs(choice.width - width) <= TOLERANCE_HUNDREDTHS)
                .filter(choice -> Math.abs(choice.height - height) <= TOLERANCE_HUNDREDTHS)
                .filter(choice -> choice.margin <= hundredths(order.clearance()))
                .min(Comparator.comparingInt(MediaChoice::margin).thenComparing(choice -> !choice.isPhotoPaper()));
    }

    boolean isPhotoPaper() {
        return type.filter(name -> name.startsWith("photographic")).isPresent();
    }

    MediaCol mediaCol() {
        MediaCol col = new MediaCol();
        col.setMediaSize(new MediaCol.MediaSize(width, height));
        col.setMediaTopMargin(margin);
        col.setMediaBottomMargin(margin);
        col.setMediaLeftMargin(margin);
        col.setMediaRightMargin(margin);
        if (isPhotoPaper()) {
            col.setMediaType(new KeywordOrName(type.orElseThrow()));
        }
        return col;
    }

    private static int hundredths(Length length) {
        return Math.toIntExact(length.micrometres() / MICROMETRES_PER_HUNDREDTH);
    }
}
