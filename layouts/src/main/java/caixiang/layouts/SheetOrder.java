package caixiang.layouts;

import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.sheet.SheetText;
import java.time.Instant;

/**
 * One sheet to be made.
 *
 * @param portrait an upright sRGB JPEG of the template's picture shape; its bytes go onto the sheet untouched
 * @param text what the caption and the code in the waste may say, once per sheet; the template chooses from it
 * @param title of the document, for queues and archives; it leaves the house with the file, so put no ID number in it
 * @param created the date the document bears
 */
public record SheetOrder(SheetTemplate template, JpegBytes portrait, SheetText text, String title, Instant created) {

    /** The most characters a caption or a title may have; longer ones are an {@link IllegalArgumentException}. */
    public static final int TEXT_MAX = 120;

    public SheetOrder {
        if (text.length() > TEXT_MAX || title.length() > TEXT_MAX) {
            throw new IllegalArgumentException("caption and title may have at most " + TEXT_MAX + " characters");
        }
    }

    /** With one ready line for a caption. */
    public SheetOrder(SheetTemplate template, JpegBytes portrait, String caption, String title, Instant created) {
        this(template, portrait, SheetText.of(caption), title, created);
    }
}
