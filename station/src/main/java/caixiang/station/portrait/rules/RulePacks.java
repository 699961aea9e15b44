package caixiang.station.portrait.rules;

import caixiang.layouts.geometry.PixelSize;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads rule packs: those shipped by name, a lab's own by file. */
public final class RulePacks {
    private static final String FOLDER = "caixiang/station/rules/";

    private RulePacks() {}

    /**
     * A shipped pack, such as {@code registry-2017}, or the path of a file.
     *
     * @throws RulePackException if there is none, or it makes no sense
     */
    public static RulePack load(String nameOrPath) throws RulePackException {
        try {
            return read(find(nameOrPath).resolve());
        } catch (ConfigException | IllegalArgumentException e) {
            throw new RulePackException("rule pack " + nameOrPath + ": " + e.getMessage(), e);
        }
    }

    private static Config find(String nameOrPath) throws RulePackException {
        if (nameOrPath.matches("[a-z0-9-]{1,40}")) {
            var resource = RulePacks.class.getClassLoader().getResource(FOLDER + nameOrPath + ".conf");
            if (resource != null) {
                return ConfigFactory.parseURL(resource);
            }
        }
        if (Files.isRegularFile(Path.of(nameOrPath))) {
            return ConfigFactory.parseFile(Path.of(nameOrPath).toFile());
        }
        throw new RulePackException(
                "there is no rule pack \"" + nameOrPath + "\": give registry-2017 or the path of a file like it");
    }

    private static RulePack read(Config pack) {
        Config product = pack.getConfig("product");
        Config placing = pack.getConfig("placing");
        var size = new PixelSize(product.getInt("width"), product.getInt("height"));
        List<Rule> rules = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Config rule : pack.getConfigList("rules")) {
            rules.add(rule(rule));
            if (!codes.add(rule.getString("code"))) {
                throw new IllegalArgumentException("two rules have the code " + rule.getString("code"));
            }
        }
        return new RulePack(
                pack.getString("name"),
                pack.getInt("version"),
                words(pack.getConfig("title")),
                new RulePack.Product(
                        size,
                        product.getInt("dpi"),
                        product.getInt("bytes-min"),
                        product.getInt("bytes-max"),
                        product.getInt("quality-min")),
                new Placing(
                        size,
                        limits(rules, "head-top"),
                        placing.getDouble("head-top"),
                        limits(rules, "eye-line"),
                        placing.getDouble("eye-line"),
                        placing.getDouble("face-width")),
                background(pack.getConfig("background")),
                rules);
    }

    private static Range limits(List<Rule> rules, String code) {
        return rules.stream()
                .filter(rule -> rule.code().equals(code))
                .map(Rule::fail)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no rule " + code));
    }

    private static Map<String, List<Integer>> background(Config colours) {
        Map<String, List<Integer>> background = new HashMap<>();
        for (String cloth : colours.root().keySet()) {
            List<Integer> rgb = colours.getIntList(cloth);
            if (rgb.size() != 3 || rgb.stream().anyMatch(level -> level < 0 || level > 255)) {
                throw new IllegalArgumentException("background." + cloth + " is red, green and blue from 0 to 255");
            }
            background.put(cloth, rgb);
        }
        return background;
    }

    private static Rule rule(Config rule) {
        return new Rule(
                rule.getString("code"),
                rule.getString("unit"),
                rule.getInt("digits"),
                range(rule, "warn"),
                range(rule, "fail"),
                rule.hasPath("low") ? words(rule.getConfig("low")) : Words.NONE,
                rule.hasPath("high") ? words(rule.getConfig("high")) : Words.NONE,
                rule.getString("draw"));
    }

    private static Range range(Config rule, String name) {
        if (!rule.hasPath(name)) {
            return Range.UNLIMITED;
        }
        List<Double> limits = rule.getDoubleList(name);
        return new Range(limits.get(0), limits.size() > 1 ? limits.get(1) : Double.POSITIVE_INFINITY);
    }

    private static Words words(Config words) {
        return new Words(words.getString("zh"), words.getString("en"));
    }
}
