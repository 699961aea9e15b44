package caixiang.layouts.sheet;

import java.util.Comparator;

/**
 * The description of a sheet before pictures are in it. All places are given in the template's own orientation, from its
 * top left corner. {@link TemplateRules} says whether it can be printed and cut.
 */
public record SheetTemplate(String name, Page page, Pictures pictures, Waste waste) {

    /** The largest picture on the sheet; portraits are cut to its shape, which all slots share. */
    public PhotoSize photo() {
        return pictures.slots().stream()
                .map(Slot::photo)
                .max(Comparator.comparing(photo -> photo.size().height()))
                .orElseThrow();
    }

    public Media media() {
        return page.media();
    }
}
