package caixiang.station.portrait;

import caixiang.layouts.picture.CropRectangle;
import caixiang.layouts.picture.PortraitFormat;
import caixiang.layouts.sheet.PhotoSize;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.station.config.PortraitSettings;
import java.util.Collection;
import java.util.Comparator;

/** What is cut from each frame of a session. */
public record PortraitRule(CropRectangle crop, PortraitFormat format) {
    private static final int QUALITY_PERCENT = 95;

    /** The settings' rectangle, as large as the largest picture of the sheets needs it. There is at least one sheet. */
    public static PortraitRule of(PortraitSettings settings, Collection<SheetTemplate> sheets) {
        PhotoSize largest = sheets.stream()
                .map(SheetTemplate::photo)
                .max(Comparator.comparingLong(photo -> photo.size().height().micrometres()))
                .orElseThrow(() -> new IllegalArgumentException("no sheet templates"));
        CropRectangle crop = new CropRectangle(settings.left(), settings.top(), settings.width(), settings.height());
        return new PortraitRule(crop, PortraitFormat.printed(largest.size(), settings.dpi(), QUALITY_PERCENT));
    }
}
