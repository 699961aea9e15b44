package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plans a sheet: from a template and its texts to the place of every item on the page. */
public final class Imposition {

    private static final String SCALE_LABEL = "10 mm";

    private Imposition() {}

    /** Plans the sheet on its portrait page; a blank caption is left out. */
    public static SheetPlan plan(SheetTemplate template, String caption) {
        return plan(template, SheetText.of(caption));
    }

    /** Plans the sheet on its portrait page; a caption or a code that would be empty is left out. */
    public static SheetPlan plan(SheetTemplate template, SheetText text) {
        Size media = template.media().size();
        Orientation orientation = template.page().orientation();
        List<CutMark> cutMarks = CutMarkPlaces.of(template).stream()
                .map(mark -> new CutMark(
                        orientation.onPage(mark.from(), media), orientation.onPage(mark.to(), media), mark.lineWidth()))
                .toList();
        return new SheetPlan(media, pictures(template), captions(template, text), cutMarks, bars(template, text));
    }

    private static List<PlacedPicture> pictures(SheetTemplate template) {
        Size media = template.media().size();
        Orientation orientation = template.page().orientation();
        List<Slot> slots = template.pictures().slots();
        Length bleed = template.pictures().bleed();
        return IntStream.rangeClosed(1, slots.size())
                .mapToObj(number -> {
                    Slot slot = slots.get(number - 1);
                    return new PlacedPicture(
                            number, orientation.onPage(slot.area(), media), orientation.turned(slot.isTurned()), bleed);
                })
                .toList();
    }

    private static List<PlacedCaption> captions(SheetTemplate template, SheetText text) {
        var captions = new ArrayList<PlacedCaption>();
        template.waste().caption().ifPresent(line -> {
            String words = text.line(line.fields());
            if (!words.isBlank()) {
                captions.add(placed(template, line, words));
            }
        });
        template.waste().scaleBar().ifPresent(bar -> captions.add(placed(template, bar.label(), SCALE_LABEL)));
        return captions;
    }

    private static PlacedCaption placed(SheetTemplate template, CaptionLine line, String text) {
        Orientation orientation = template.page().orientation();
        Rectangle area = orientation.onPage(line.area(), template.media().size());
        return new PlacedCaption(text, area, orientation.turned(line.isTurned()), line.fontSize());
    }

    private static List<Rectangle> bars(SheetTemplate template, SheetText text) {
        Size media = template.media().size();
        Stream<Rectangle> scale = template.waste().scaleBar().stream().flatMap(bar -> bar.ink().stream());
        Stream<Rectangle> code = template.waste().code().stream()
                .flatMap(place -> text.code().stream().flatMap(number -> place.ink(number).stream()));
        return Stream.concat(scale, code)
                .map(bar -> template.page().orientation().onPage(bar, media))
                .toList();
    }
}
