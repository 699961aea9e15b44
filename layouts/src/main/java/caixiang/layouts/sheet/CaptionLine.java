package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;
import java.util.List;

/**
 * Where the one caption of a sheet stands, in the template's own orientation: in the waste, outside every picture.
 *
 * @param isTurned whether the line runs up or down instead of across
 * @param fields what it says
 */
public record CaptionLine(Rectangle area, Length fontSize, boolean isTurned, List<CaptionField> fields) {

    public CaptionLine {
        fields = List.copyOf(fields);
    }

    /** A line across that says whatever is known. */
    public CaptionLine(Rectangle area, Length fontSize) {
        this(area, fontSize, /* isTurned= */ false, List.of(CaptionField.values()));
    }

    /** What a line needs from top to bottom, seen the way it is read. */
    Length lineHeight() {
        return isTurned ? area.width() : area.height();
    }
}
