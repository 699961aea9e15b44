package caixiang.station.portrait;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.PixelRectangle;
import caixiang.station.portrait.find.Sighting.Missing;
import caixiang.station.portrait.rules.Finding;
import caixiang.station.portrait.rules.Level;
import caixiang.station.portrait.rules.RulePack;
import caixiang.station.portrait.rules.Verdict;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** An examination as the consoles get it: each rule's number, verdict and sentence, and where the lines are. */
final class VerdictDocument {
    private VerdictDocument() {}

    static String of(Examination seen, RulePack pack) {
        Verdict verdict = seen.judged().verdict();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("pack", verdict.pack());
        json.put("version", verdict.version());
        json.put("level", level(seen).code());
        size(json.putObject("frame"), seen.frame());
        size(json.putObject("product"), pack.product().size());
        PixelRectangle crop =
                seen.judged().crop().pixels(seen.frame(), pack.product().size());
        ObjectNode cropped = json.putObject("crop");
        cropped.put("left", crop.left()).put("top", crop.top());
        size(cropped, crop.size());
        json.put("scale", (double) pack.product().size().width() / crop.width());
        seen.head()
                .ifPresent(head -> json.putObject("head")
                        .put("crown", head.crown())
                        .put("eyeLine", head.eyesMiddle().y())
                        .put("middle", head.eyesMiddle().x())
                        .put("faceWidth", head.faceWidth()));
        ArrayNode missing = json.putArray("missing");
        seen.missing().stream().map(VerdictDocument::code).sorted().forEach(missing::add);
        ArrayNode findings = json.putArray("findings");
        verdict.findings().forEach(finding -> finding(findings.addObject(), finding));
        return json.toString();
    }

    /** A frame that cannot be decoded. */
    static String unreadable(String problem) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("level", Level.FAIL.code()).put("problem", problem);
        json.putArray("missing");
        json.putArray("findings");
        return json.toString();
    }

    /** Without a detector nothing is known, which is no fault of the picture's. */
    static Level level(Examination seen) {
        return seen.missing().contains(Missing.DETECTOR)
                ? Level.WARN
                : seen.missing().isEmpty() ? seen.judged().verdict().level() : Level.FAIL;
    }

    private static void finding(ObjectNode json, Finding finding) {
        json.put("code", finding.code())
                .put("value", finding.value())
                .put("unit", finding.unit())
                .put("level", finding.level().code())
                .put("draw", finding.draw());
        if (finding.level() != Level.PASS) {
            json.put("zh", finding.words().zh()).put("en", finding.words().en());
        }
    }

    private static void size(ObjectNode json, PixelSize size) {
        json.put("width", size.width()).put("height", size.height());
    }

    private static String code(Missing missing) {
        return missing.name().toLowerCase(Locale.ROOT);
    }
}
