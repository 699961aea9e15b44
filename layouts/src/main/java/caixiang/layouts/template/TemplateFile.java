package caixiang.layouts.template;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.Media;
import caixiang.layouts.sheet.Orientation;
import caixiang.layouts.sheet.Page;
import caixiang.layouts.sheet.Pictures;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.sheet.TemplateRules;
import caixiang.layouts.sheet.Waste;
import java.util.List;
import java.util.regex.Pattern;

/** One template file: its text to a checked {@link SheetTemplate}. */
final class TemplateFile {

    /** Narrower than the narrowest picture: a slip of the pen. */
    private static final Length MEDIA_MIN = Length.ofMillimetres("20");

    /** Used as a word on the command line and in file names. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    /** PWG 5101.1 §5: class, name, dimensions with unit. */
    private static final Pattern MEDIA_NAME = Pattern.compile("[a-z0-9.-]+_[a-z0-9.-]+_[0-9.]+x[0-9.]+(in|mm)");

    private TemplateFile() {}

    static SheetTemplate read(String file, String json, PhotoSizes photoSizes) throws TemplateException {
        JsonFields fields = JsonFields.parse(file, json);
        // For editors, which then know the fields; it changes nothing here.
        boolean unused = fields.has("$schema");
        String name = fields.text("name");
        if (!NAME.matcher(name).matches()) {
            throw fields.problem("name", "may have 40 letters, digits, dots, hyphens and underscores, not " + name);
        }
        var page = new Page(
                media(fields.object("media")),
                orientation(fields),
                fields.lengthOrZero("safe_area_mm", Page.USUAL_SAFE_AREA));
        var slots = new SlotFields(fields, photoSizes).read();
        var pictures = new Pictures(slots, fields.lengthOrZero("bleed_mm", Length.ZERO));
        Waste waste = WasteFields.read(fields);
        fields.noOthers();
        var template = new SheetTemplate(name, page, pictures, waste);
        List<String> faults = TemplateRules.faults(template);
        if (!faults.isEmpty()) {
            String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
            throw new TemplateException(file + ": " + faults.get(0) + more);
        }
        return template;
    }

    private static Media media(JsonFields fields) throws TemplateException {
        String name = fields.text("name");
        if (!MEDIA_NAME.matcher(name).matches()) {
            throw fields.problem("name", "must be a PWG media size name such as oe_photo-l_3.5x5in, not " + name);
        }
        var size = new Size(fields.positiveMillimetres("width_mm"), fields.positiveMillimetres("height_mm"));
        fields.noOthers();
        if (size.width().compareTo(MEDIA_MIN) < 0) {
            throw fields.problem("width_mm", "must be at least " + MEDIA_MIN + ", not " + size.width());
        }
        if (size.width().compareTo(size.height()) > 0) {
            throw fields.problem(
                    "width_mm",
                    size.width() + " is above height_mm " + size.height()
                            + "; printers know media upright, a sheet across it is \"orientation\": \"landscape\"");
        }
        return new Media(name, size);
    }

    private static Orientation orientation(JsonFields fields) throws TemplateException {
        String text = fields.text("orientation");
        return switch (text) {
            case "portrait" -> Orientation.PORTRAIT;
            case "landscape" -> Orientation.LANDSCAPE;
            default -> throw fields.problem("orientation", "must be portrait or landscape, not " + text);
        };
    }
}
