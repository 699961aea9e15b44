package caixiang.layouts.sheet;

/**
 * The description of a sheet before pictures are in it. All places are given in the template's own orientation, from its
 * top left corner. {@link TemplateRules} says whether it can be printed and cut.
 */
public record SheetTemplate(String name, Page page, PictureGrid grid, CutMarks cutMarks, CaptionLine caption) {

    /** What each slot holds; portraits are cut to this shape. */
    public PhotoSize photo() {
        return grid.photo();
    }

    public Media media() {
        return page.media();
    }
}
