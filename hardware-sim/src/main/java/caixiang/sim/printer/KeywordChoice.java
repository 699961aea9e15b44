package caixiang.sim.printer;

import java.util.List;

/**
 * A job template attribute with keyword values (RFC 8011 §5.2). Its -default and -supported attributes and the check of
 * a job's request all come from this one entry, so they cannot disagree.
 */
record KeywordChoice(String attribute, String standard, List<String> supported) {
    /** print-scaling is "auto" unless the client says otherwise, as printers have it; auto may resize a sheet. */
    static final List<KeywordChoice> ALL = List.of(
            new KeywordChoice("print-scaling", "auto", List.of("auto", "auto-fit", "fill", "fit", "none")),
            new KeywordChoice("print-color-mode", "auto", List.of("auto", "color", "monochrome")),
            new KeywordChoice(
                    "print-content-optimize", "auto", List.of("auto", "graphic", "photo", "text", "text-and-graphic")),
            new KeywordChoice(
                    "print-rendering-intent", "auto", List.of("auto", "perceptual", "relative", "saturation")),
            new KeywordChoice("sides", "one-sided", List.of("one-sided")),
            new KeywordChoice("output-bin", "face-up", List.of("face-up")));
}
