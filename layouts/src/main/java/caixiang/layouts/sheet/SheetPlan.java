package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import java.util.List;

/**
 * Where everything lies on one sheet.
 *
 * @param page the media's portrait size; all places are on this page, from its top left corner
 * @param captions each one line
 * @param bars filled black: scale bars and codes
 */
public record SheetPlan(
        Size page,
        List<PlacedPicture> pictures,
        List<PlacedCaption> captions,
        List<CutMark> cutMarks,
        List<Rectangle> bars) {

    public SheetPlan {
        pictures = List.copyOf(pictures);
        captions = List.copyOf(captions);
        cutMarks = List.copyOf(cutMarks);
        bars = List.copyOf(bars);
    }
}
