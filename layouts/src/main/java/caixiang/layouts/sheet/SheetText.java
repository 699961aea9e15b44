package caixiang.layouts.sheet;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known about the person on a sheet, for its caption and its code; the template chooses from it. */
public record SheetText(Map<CaptionField, String> fields) {

    private static final String BETWEEN = "  ";

    public SheetText {
        fields = Map.copyOf(fields);
    }

    /** One ready line. */
    public static SheetText of(String line) {
        return new SheetText(Map.of(CaptionField.TEXT, line));
    }

    /** With one more field. */
    public SheetText with(CaptionField field, String value) {
        var more = new EnumMap<CaptionField, String>(CaptionField.class);
        more.putAll(fields);
        more.put(field, value);
        return new SheetText(more);
    }

    /** The wanted fields that are known, two spaces apart; a ready line stands in where none of them is. */
    public String line(Collection<CaptionField> wanted) {
        String line = joined(wanted);
        return line.isBlank() ? joined(List.of(CaptionField.TEXT)) : line;
    }

    /** What the code in the waste says: the shooting number. */
    public Optional<String> code() {
        return Optional.ofNullable(fields.get(CaptionField.NUMBER)).filter(number -> !number.isBlank());
    }

    /** The characters of all fields together. */
    public int length() {
        return fields.values().stream().mapToInt(String::length).sum();
    }

    /** In a fixed order, whatever the map's own. */
    @Override
    public String toString() {
        return joined(List.of(CaptionField.values()));
    }

    private String joined(Collection<CaptionField> wanted) {
        return wanted.stream()
                .map(fields::get)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(BETWEEN));
    }
}
