package caixiang.station.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IntOrIntRange;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.model.MediaColDatabase;
import com.hp.jipp.model.MediaSizeSupported;
import com.hp.jipp.model.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paper that a printer says it can take, in hundredths of a millimetre (PWG 5100.7 §6.3). Sizes may be ranges.
 *
 * @param marginMax the largest of the four margins; 0 is borderless
 * @param type media-type, where the printer names one
 */
record MediaOffer(Range width, Range height, int marginMax, Optional<String> type) {

    record Range(int least, int most) {
        static Range of(IntOrIntRange value) {
            return new Range(value.getStart(), value.getEndInclusive());
        }

        /** The allowed value nearest to the one wanted. */
        int nearest(int wanted) {
            return Math.max(least, Math.min(most, wanted));
        }

        @Override
        public String toString() {
            return least == most ? millimetres(least) : millimetres(least) + "-" + millimetres(most);
        }
    }

    /** Everything on offer: from media-col-database, or pieced together where a printer has none. */
    static List<MediaOffer> of(AttributeGroup printer) {
        List<MediaOffer> offers = new ArrayList<>();
        for (MediaColDatabase entry : printer.getValues(Types.mediaColDatabase)) {
            ofEntry(entry).ifPresent(offers::add);
        }
        return offers.isEmpty() ? ofSizes(printer) : offers;
    }

    private static Optional<MediaOffer> ofEntry(MediaColDatabase entry) {
        MediaColDatabase.MediaSize size = entry.getMediaSize();
        if (size == null || size.getXDimension() == null || size.getYDimension() == null) {
            return Optional.empty();
        }
        int margin = Math.max(
                Math.max(orZero(entry.getMediaTopMargin()), orZero(entry.getMediaBottomMargin())),
                Math.max(orZero(entry.getMediaLeftMargin()), orZero(entry.getMediaRightMargin())));
        return Optional.of(new MediaOffer(
                Range.of(size.getXDimension()),
                Range.of(size.getYDimension()),
                margin,
                Optional.ofNullable(entry.getMediaType()).map(KeywordOrName::asString)));
    }

    /** Every size with the smallest margins the printer knows; it has the last word at Create-Job. */
    private static List<MediaOffer> ofSizes(AttributeGroup printer) {
        int margin = Math.max(
                Math.max(
                        least(printer.getValues(Types.mediaTopMarginSupported)),
                        least(printer.getValues(Types.mediaBottomMarginSupported))),
                Math.max(
                        least(printer.getValues(Types.mediaLeftMarginSupported)),
                        least(printer.getValues(Types.mediaRightMarginSupported))));
        List<MediaOffer> offers = new ArrayList<>();
        for (MediaSizeSupported size : printer.getValues(Types.mediaSizeSupported)) {
            if (size.getXDimension() != null && size.getYDimension() != null) {
                offers.add(new MediaOffer(
                        Range.of(size.getXDimension()), Range.of(size.getYDimension()), margin, Optional.empty()));
            }
        }
        return offers;
    }

    private static int least(List<Integer> margins) {
        return margins.stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    private static int orZero(@Nullable Integer margin) {
        return margin == null ? 0 : margin;
    }

    /** As in PWG 5101.1, in millimetres: {@code 88.9x127 (margins 0)}. */
    @Override
    public String toString() {
        return width + "x" + height + " (margins " + millimetres(marginMax) + ")";
    }

    private static String millimetres(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
