package caixiang.sim.printer.mischief;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Misdeeds as people write them: a JSON array such as {@code [{"job":3,"do":"print-twice"},
 * {"job":5,"do":"media-jam-error:1500"},{"job":9,"do":"vanish:2000"}]}. A number behind the colon is milliseconds; a
 * keyword that ends in {@code -error} stops the printer with that reason.
 */
public final class MischiefText {
    private static final int RULES_MAX = 100;
    private static final int JOB_MAX = 1_000_000;
    private static final long MILLIS_MAX = 600_000;
    private static final Set<String> FIELDS = Set.of("job", "do");
    private static final ObjectMapper JSON = new ObjectMapper();

    private MischiefText() {}

    public static List<MisdeedRule> parse(String json) throws MischiefException {
        JsonNode list;
        try {
            list = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new MischiefException("no JSON: " + e.getOriginalMessage());
        }
        if (!list.isArray() || list.size() > RULES_MAX) {
            throw new MischiefException("expected an array of at most " + RULES_MAX + " rules");
        }
        List<MisdeedRule> rules = new ArrayList<>();
        for (JsonNode rule : list) {
            rules.add(rule(rule, "rule " + (rules.size() + 1)));
        }
        return List.copyOf(rules);
    }

    private static MisdeedRule rule(JsonNode node, String where) throws MischiefException {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                throw new MischiefException(where + ": \"" + name + "\" is unknown; allowed are \"job\" and \"do\"");
            }
        }
        JsonNode job = node.path("job");
        if (!job.canConvertToExactIntegral() || job.asLong() < 1 || job.asLong() > JOB_MAX) {
            throw new MischiefException(where + ": \"job\" must be a whole number from 1 to " + JOB_MAX);
        }
        try {
            return new MisdeedRule(job.asInt(), misdeed(node.path("do").asText()));
        } catch (MischiefException e) {
            throw new MischiefException(where + ": " + e.problem());
        }
    }

    /** One misdeed, for example {@code print-twice} or {@code media-empty-error:1500}. */
    public static Misdeed misdeed(String text) throws MischiefException {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        long millis = colon < 0 ? 0 : millis(text.substring(colon + 1));
        if (word.matches("[a-z][a-z0-9.-]{0,120}-error")) {
            return new Misdeed(Misdeed.Kind.STOP, word, millis);
        }
        Misdeed.Kind kind = Stream.of(Misdeed.Kind.values())
                .filter(known -> known != Misdeed.Kind.STOP && known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new MischiefException("\"do\" must be one of " + words()));
        boolean lasts = kind == Misdeed.Kind.VANISH || kind == Misdeed.Kind.POWER_OFF;
        if (lasts != (millis > 0)) {
            throw new MischiefException(
                    word + (lasts ? " needs milliseconds, as in " + word + ":2000" : " takes no time"));
        }
        return new Misdeed(kind, "", millis);
    }

    private static long millis(String text) throws MischiefException {
        try {
            long millis = Long.parseLong(text);
            if (millis > 0 && millis <= MILLIS_MAX) {
                return millis;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw new MischiefException("milliseconds are 1 to " + MILLIS_MAX + ", not " + text);
    }

    private static String words() {
        return Stream.of(Misdeed.Kind.values())
                .filter(kind -> kind != Misdeed.Kind.STOP)
                .map(kind -> kind == Misdeed.Kind.VANISH || kind == Misdeed.Kind.POWER_OFF
                        ? kind.word() + ":<milliseconds>"
                        : kind.word())
                .collect(Collectors.joining(", ", "", " or a keyword that ends in -error[:<milliseconds>]"));
    }
}
