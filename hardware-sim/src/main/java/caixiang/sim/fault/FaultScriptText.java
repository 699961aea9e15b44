package caixiang.sim.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fault script as people write it: a JSON array of rules such as
 * {@code {"on":"9207","nth":3,"do":"respond:2019","times":2}}, or {@code {"seed":7,"rules":[…]}} when rules have a
 * {@code "chance"}.
 */
public record FaultScriptText(List<FaultRule> rules, long seed) {
    /** More rules than any rehearsal needs. */
    public static final int RULES_MAX = 100;

    private static final int TIMES_MAX = 1_000_000;
    private static final Set<String> SCRIPT_FIELDS = Set.of("seed", "rules");
    private static final Set<String> RULE_FIELDS = Set.of("on", "nth", "do", "times", "chance");
    private static final ObjectMapper JSON = new ObjectMapper();

    public FaultScriptText {
        rules = List.copyOf(rules);
    }

    public static FaultScriptText parse(String json) throws FaultScriptException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new FaultScriptException("no JSON: " + e.getOriginalMessage());
        }
        JsonNode list = root;
        long seed = 0;
        if (root.isObject()) {
            onlyFields(root, SCRIPT_FIELDS, "script");
            list = root.path("rules");
            seed = whole(root, "seed", 0, Integer.MIN_VALUE, Integer.MAX_VALUE, "script");
        }
        if (!list.isArray() || list.size() > RULES_MAX) {
            throw new FaultScriptException("expected an array of at most " + RULES_MAX + " rules");
        }
        List<FaultRule> rules = new ArrayList<>();
        for (JsonNode rule : list) {
            rules.add(rule(rule, "rule " + (rules.size() + 1)));
        }
        return new FaultScriptText(rules, seed);
    }

    private static FaultRule rule(JsonNode node, String where) throws FaultScriptException {
        if (!node.isObject()) {
            throw new FaultScriptException(where + ": expected an object with \"on\" and \"do\"");
        }
        onlyFields(node, RULE_FIELDS, where);
        JsonNode chance = node.path("chance");
        double likely = chance.isMissingNode() ? 1 : chance.asDouble(0);
        if (!(likely > 0 && likely <= 1)) {
            throw new FaultScriptException(where + ": \"chance\" must be above 0 and at most 1");
        }
        String event = event(node.path("on").asText(), where);
        Fault fault = fault(node.path("do").asText(), where);
        if (event.equals(FaultRule.EVENT) != fault.kind().isOfEvents()) {
            throw new FaultScriptException(
                    where + ": lose-event and double-event are for \"on\" \"event\", and nothing else is");
        }
        return new FaultRule(
                event,
                (int) whole(node, "nth", 1, 1, TIMES_MAX, where),
                (int) whole(node, "times", 1, 1, TIMES_MAX, where),
                likely,
                fault);
    }

    private static String event(String text, String where) throws FaultScriptException {
        String event = text.toUpperCase(Locale.ROOT);
        if (!Set.of(FaultRule.PRESS, FaultRule.EVENT, FaultRule.ANY).contains(event) && !event.matches("[0-9A-F]{4}")) {
            throw new FaultScriptException(
                    where + ": \"on\" must be an operation code of four hex digits, \"press\", \"event\" or \"*\"");
        }
        return event;
    }

    private static Fault fault(String text, String where) throws FaultScriptException {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        Fault.Kind kind = Stream.of(Fault.Kind.values())
                .filter(k -> k.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new FaultScriptException(where + ": \"do\" must be one of " + words()));
        Fault.Amount amount = kind.amount();
        if (amount == Fault.Amount.NONE && colon < 0) {
            return new Fault(kind, 0);
        }
        try {
            long number = Long.parseLong(text.substring(colon + 1), amount.radix());
            if (colon > 0 && amount != Fault.Amount.NONE && number >= 0 && number <= amount.most()) {
                return new Fault(kind, number);
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw new FaultScriptException(where + ": \"do\" of \"" + text + "\" must be " + shape(kind));
    }

    private static String words() {
        return Stream.of(Fault.Kind.values()).map(FaultScriptText::shape).collect(Collectors.joining(", "));
    }

    private static String shape(Fault.Kind kind) {
        return switch (kind.amount()) {
            case NONE -> kind.word();
            case HEX_CODE -> kind.word() + ":<hex code>";
            case MILLISECONDS ->
                kind.word() + ":<milliseconds up to " + kind.amount().most() + ">";
            case BYTES -> kind.word() + ":<bytes>";
        };
    }

    private static long whole(JsonNode node, String field, long otherwise, long least, long most, String where)
            throws FaultScriptException {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.canConvertToExactIntegral() || value.asLong() < least || value.asLong() > most) {
            throw new FaultScriptException(
                    where + ": \"" + field + "\" must be a whole number from " + least + " to " + most);
        }
        return value.asLong();
    }

    private static void onlyFields(JsonNode node, Set<String> allowed, String where) throws FaultScriptException {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!allowed.contains(name)) {
                throw new FaultScriptException(where + ": \"" + name + "\" is unknown; allowed are "
                        + allowed.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }
}
