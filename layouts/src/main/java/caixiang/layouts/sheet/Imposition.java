package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plans a sheet: from a template and a caption to the place of every item on the page. */
public final class Imposition {

    private Imposition() {}

    /** Plans the sheet on its portrait page; a blank caption is left out. */
    public static SheetPlan plan(SheetTemplate template, String caption) {
        Size media = template.media().size();
        Orientation orientation = template.page().orientation();
        List<PlacedPicture> pictures = slots(template.grid())
                .mapToObj(number -> new PlacedPicture(
                        number, orientation.onPage(template.grid().slot(number), media), orientation))
                .toList();
        List<PlacedCaption> captions = caption.isBlank() ? List.of() : List.of(caption(template, caption));
        List<CutMark> cutMarks = cutMarks(template).stream()
                .map(mark -> new CutMark(
                        orientation.onPage(mark.from(), media), orientation.onPage(mark.to(), media), mark.lineWidth()))
                .toList();
        return new SheetPlan(media, pictures, captions, cutMarks);
    }

    /** In the template's own orientation: two for each trim edge, one at either end, each place once. */
    static List<CutMark> cutMarks(SheetTemplate template) {
        PictureGrid grid = template.grid();
        CutMarks style = template.cutMarks();
        Rectangle first = grid.slot(1);
        Rectangle last = grid.slot(grid.slots());
        var marks = new ArrayList<CutMark>();
        for (Length x : trims(grid.lefts(), first.width())) {
            marks.add(down(x, first.top().minus(style.offset()).minus(style.length()), style));
            marks.add(down(x, last.bottom().plus(style.offset()), style));
        }
        for (Length y : trims(grid.tops(), first.height())) {
            marks.add(across(first.left().minus(style.offset()).minus(style.length()), y, style));
            marks.add(across(last.right().plus(style.offset()), y, style));
        }
        return marks;
    }

    static IntStream slots(PictureGrid grid) {
        return IntStream.rangeClosed(1, grid.slots());
    }

    private static PlacedCaption caption(SheetTemplate template, String text) {
        Orientation orientation = template.page().orientation();
        CaptionLine line = template.caption();
        Rectangle area = orientation.onPage(line.area(), template.media().size());
        return new PlacedCaption(text, area, orientation, line.fontSize());
    }

    /** Where two pictures touch there is one cut, not two. */
    private static List<Length> trims(List<Length> starts, Length each) {
        return starts.stream()
                .flatMap(start -> Stream.of(start, start.plus(each)))
                .distinct()
                .toList();
    }

    private static CutMark down(Length x, Length top, CutMarks style) {
        return new CutMark(new Point(x, top), new Point(x, top.plus(style.length())), style.lineWidth());
    }

    private static CutMark across(Length left, Length y, CutMarks style) {
        return new CutMark(new Point(left, y), new Point(left.plus(style.length()), y), style.lineWidth());
    }
}
