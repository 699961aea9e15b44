package caixiang.layouts.gang;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.Media;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The large papers a lab prints on, by the names it gives them. */
public final class GangMedia {

    public static final String NAMES = "a4, a3, sra3, 12x18in, roll:<width>x<length in mm>";

    private static final Pattern ROLL = Pattern.compile("roll:([0-9]{2,4}(?:\\.[0-9])?)x([0-9]{2,4}(?:\\.[0-9])?)");
    private static final Length LONGEST = Length.ofMillimetres("2000");
    private static final Length NARROWEST = Length.ofMillimetres("50");

    private GangMedia() {}

    /** Empty for a name that is none of {@link #NAMES}, or a roll that no printer takes. */
    public static Optional<Media> of(String name) {
        return switch (name) {
            case "a4" -> Optional.of(new Media("iso_a4_210x297mm", Size.ofMillimetres("210", "297")));
            case "a3" -> Optional.of(new Media("iso_a3_297x420mm", Size.ofMillimetres("297", "420")));
            case "sra3" -> Optional.of(new Media("iso_sra3_320x450mm", Size.ofMillimetres("320", "450")));
            case "12x18in" -> Optional.of(new Media("na_arch-b_12x18in", Size.ofMillimetres("304.8", "457.2")));
            default -> roll(name);
        };
    }

    /** A page is a length of the roll; the shorter side is its width, as everywhere. */
    private static Optional<Media> roll(String name) {
        Matcher roll = ROLL.matcher(name);
        if (!roll.matches()) {
            return Optional.empty();
        }
        Size size = Size.ofMillimetres(roll.group(1), roll.group(2));
        Size upright = size.width().compareTo(size.height()) > 0 ? size.turned() : size;
        boolean isPossible =
                upright.width().compareTo(NARROWEST) >= 0 && upright.height().compareTo(LONGEST) <= 0;
        return isPossible
                ? Optional.of(new Media("custom_roll_" + roll.group(1) + "x" + roll.group(2) + "mm", upright))
                : Optional.empty();
    }
}
