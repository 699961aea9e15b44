package caixiang.station.print.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.StringType;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For how many sheets there is paper and ribbon, where a printer counts in sheets (PWG 5100.13 §5.6.32, §5.6.42). */
final class SupplyLevels {
    /** What Gutenprint's backend for dye-sublimation printers tells CUPS in words. */
    static final StringType MARKER_MESSAGE = new StringType(Tag.textWithoutLanguage, "marker-message");

    private static final Pattern PRINTS_REMAINING = Pattern.compile("(\\d{1,6}) (?:native )?prints? remaining");
    private static final Pattern LEVEL = Pattern.compile("\\d{1,6}");

    private SupplyLevels() {}

    /** The scarcest. Levels below 0 mean "unknown" and "some" (RFC 3805). */
    static OptionalInt sheetsLeft(AttributeGroup printer) {
        IntStream trays = printer.getValues(Types.printerInputTray).stream().flatMapToInt(SupplyLevels::level);
        IntStream ribbons = printer.getValues(Types.printerSupply).stream()
                .filter(supply -> "sheets".equals(supply.get("unit")))
                .flatMapToInt(SupplyLevels::level);
        IntStream told = printer.getStrings(MARKER_MESSAGE).stream()
                .flatMap(text -> Stream.of(PRINTS_REMAINING.matcher(text)).filter(Matcher::find))
                .mapToInt(match -> Integer.parseInt(match.group(1)));
        return Stream.of(trays, ribbons, told).flatMapToInt(levels -> levels).min();
    }

    private static IntStream level(KeyValues supply) {
        return Optional.ofNullable(supply.get("level"))
                .filter(text -> LEVEL.matcher(text).matches())
                .map(text -> IntStream.of(Integer.parseInt(text)))
                .orElseGet(IntStream::empty);
    }
}
