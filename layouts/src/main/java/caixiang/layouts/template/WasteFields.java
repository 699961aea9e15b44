package caixiang.layouts.template;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.sheet.CaptionField;
import caixiang.layouts.sheet.CaptionLine;
import caixiang.layouts.sheet.CodePlace;
import caixiang.layouts.sheet.CutMarks;
import caixiang.layouts.sheet.ScaleBar;
import caixiang.layouts.sheet.Waste;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of a template file that speak of what stands beside the pictures; each may be left out. */
final class WasteFields {

    private WasteFields() {}

    static Waste read(JsonFields fields) throws TemplateException {
        Optional<CutMarks> cutMarks =
                fields.has("cut_marks") ? Optional.of(cutMarks(fields.object("cut_marks"))) : Optional.empty();
        Optional<CaptionLine> caption =
                fields.has("caption") ? Optional.of(caption(fields.object("caption"))) : Optional.empty();
        Optional<ScaleBar> scaleBar =
                fields.has("scale_bar") ? Optional.of(scaleBar(fields.object("scale_bar"))) : Optional.empty();
        Optional<CodePlace> code = fields.has("code") ? Optional.of(code(fields.object("code"))) : Optional.empty();
        return new Waste(cutMarks, caption, scaleBar, code);
    }

    private static CutMarks cutMarks(JsonFields fields) throws TemplateException {
        Length offset = fields.millimetres("offset_mm");
        Length length = fields.positiveMillimetres("length_mm");
        Length lineWidth = fields.positiveMillimetres("line_width_mm");
        List<String> all = Arrays.stream(CutMarks.Side.values())
                .map(side -> side.name().toLowerCase(Locale.ROOT))
                .toList();
        var sides = EnumSet.noneOf(CutMarks.Side.class);
        for (String word : fields.words("sides", all)) {
            sides.add(CutMarks.Side.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        fields.noOthers();
        return new CutMarks(offset, length, lineWidth, sides);
    }

    private static CaptionLine caption(JsonFields fields) throws TemplateException {
        Rectangle area = area(fields);
        Length fontSize = fields.positiveMillimetres("font_size_mm");
        boolean isTurned = fields.flag("turned");
        List<String> all =
                Stream.of(CaptionField.values()).map(CaptionField::word).toList();
        List<CaptionField> said = fields.words("fields", all).stream()
                .map(word -> CaptionField.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
        fields.noOthers();
        return new CaptionLine(area, fontSize, isTurned, said);
    }

    private static ScaleBar scaleBar(JsonFields fields) throws TemplateException {
        var topLeft = new Point(fields.millimetres("left_mm"), fields.millimetres("top_mm"));
        boolean isTurned = fields.flag("turned");
        fields.noOthers();
        return new ScaleBar(topLeft, isTurned);
    }

    private static CodePlace code(JsonFields fields) throws TemplateException {
        Rectangle area = area(fields);
        boolean isTurned = fields.flag("turned");
        fields.noOthers();
        return new CodePlace(area, isTurned);
    }

    private static Rectangle area(JsonFields fields) throws TemplateException {
        return new Rectangle(
                fields.millimetres("left_mm"),
                fields.millimetres("top_mm"),
                fields.positiveMillimetres("width_mm"),
                fields.positiveMillimetres("height_mm"));
    }
}
