package caixiang.layouts.sheet;

import java.util.Optional;

/** What stands on a sheet beside the pictures. Everything may be left out. */
public record Waste(
        Optional<CutMarks> cutMarks,
        Optional<CaptionLine> caption,
        Optional<ScaleBar> scaleBar,
        Optional<CodePlace> code) {

    public static Waste of(CutMarks cutMarks, CaptionLine caption) {
        return new Waste(Optional.of(cutMarks), Optional.of(caption), Optional.empty(), Optional.empty());
    }
}
