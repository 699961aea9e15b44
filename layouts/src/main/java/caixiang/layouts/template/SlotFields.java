package caixiang.layouts.template;

import caixiang.layouts.geometry.Point;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.sheet.PictureGrid;
import caixiang.layouts.sheet.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * The slots of a template file: one {@code grid}, several {@code grids}, {@code slots} one by one, or a mixture, numbered
 * in that order. Each may name its photo size; the file's own {@code photo_size} stands in where one does not.
 */
final class SlotFields {

    private static final int COLUMNS_MAX = 20;
    private static final int ROWS_MAX = 20;
    private static final int GRIDS_MAX = 20;

    /** An A3 sheet of the smallest pictures has fewer. */
    private static final int SLOTS_MAX = 400;

    private final JsonFields fields;
    private final PhotoSizes photoSizes;

    SlotFields(JsonFields fields, PhotoSizes photoSizes) {
        this.fields = fields;
        this.photoSizes = photoSizes;
    }

    List<Slot> read() throws TemplateException {
        var slots = new ArrayList<Slot>();
        // Asked first, so that a wrong name is reported although nothing may need it.
        boolean hasUsual = fields.has("photo_size");
        if (hasUsual) {
            PhotoSize unused = photoSize(fields);
        }
        if (fields.has("grid")) {
            slots.addAll(grid(fields.object("grid")).slots("grid"));
        }
        if (fields.has("grids")) {
            for (JsonFields grid : fields.objects("grids", GRIDS_MAX)) {
                slots.addAll(grid(grid).slots(grid.path()));
            }
        }
        if (fields.has("slots")) {
            for (JsonFields slot : fields.objects("slots", SLOTS_MAX)) {
                slots.add(slot(slot));
            }
        }
        if (slots.isEmpty() || slots.size() > SLOTS_MAX) {
            throw fields.problem(
                    "grid",
                    "is missing: a template needs 1 to " + SLOTS_MAX
                            + " slots in \"grid\", \"grids\" or \"slots\", and has " + slots.size());
        }
        return slots;
    }

    private PictureGrid grid(JsonFields grid) throws TemplateException {
        PhotoSize photo = photoOf(grid);
        var topLeft = new Point(grid.millimetres("left_mm"), grid.millimetres("top_mm"));
        var columns = new PictureGrid.Run(grid.count("columns", COLUMNS_MAX), grid.millimetres("column_gap_mm"));
        var rows = new PictureGrid.Run(grid.count("rows", ROWS_MAX), grid.millimetres("row_gap_mm"));
        boolean isTurned = grid.flag("turned");
        grid.noOthers();
        return new PictureGrid(photo, topLeft, columns, rows, isTurned);
    }

    private Slot slot(JsonFields slot) throws TemplateException {
        PhotoSize photo = photoOf(slot);
        var topLeft = new Point(slot.millimetres("left_mm"), slot.millimetres("top_mm"));
        boolean isTurned = slot.flag("turned");
        slot.noOthers();
        return Slot.at(photo, topLeft, isTurned, slot.path());
    }

    private PhotoSize photoOf(JsonFields owner) throws TemplateException {
        return owner.has("photo_size") ? photoSize(owner) : photoSize(fields);
    }

    private PhotoSize photoSize(JsonFields owner) throws TemplateException {
        String name = owner.text("photo_size");
        return photoSizes
                .find(name)
                .orElseThrow(() -> owner.problem(
                        "photo_size", "is unknown: " + name + "; known are " + String.join(", ", photoSizes.names())));
    }
}
