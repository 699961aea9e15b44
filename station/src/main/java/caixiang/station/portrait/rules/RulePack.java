package caixiang.station.portrait.rules;

import caixiang.layouts.geometry.PixelSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules of one receiver of pictures, as data.
 *
 * @param background red, green and blue of each cloth that is allowed
 */
public record RulePack(
        String name,
        int version,
        Words title,
        Product product,
        Placing placing,
        Map<String, List<Integer>> background,
        List<Rule> rules) {

    /** The file a receiver takes. */
    public record Product(PixelSize size, int dpi, int bytesMin, int bytesMax, int qualityMin) {}

    public RulePack {
        background = Map.copyOf(background);
        rules = List.copyOf(rules);
    }

    /** Judges what was measured. */
    public Verdict judge(Map<String, Double> measures) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            Double value = measures.get(rule.code());
            if (value != null) {
                findings.add(rule.judge(value));
            }
        }
        return new Verdict(name, version, findings);
    }
}
