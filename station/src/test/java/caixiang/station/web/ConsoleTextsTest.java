package caixiang.station.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of the capture page: the same in both languages, none missing, none left over. */
class ConsoleTextsTest {
    /** Surefire runs in the module's folder. */
    private static final Path CONSOLE = Path.of("src/main/resources/console");

    /** A key as the modules write it: {@code 'check-in.busy'}. */
    private static final Pattern KEY = Pattern.compile("'([a-z-]+\\.[a-z0-9-]+)'");

    /** The fixed beginning of a key whose rest is a code: {@code `problem.${code}`}. */
    private static final Pattern KEY_OF_A_CODE = Pattern.compile("`([a-z-]+\\.[a-z-]*)\\$\\{");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void bothLanguagesHoldTheSameKeysWithTheSamePlaceholders() throws Exception {
        assertEquals(placeholders(texts("zh")), placeholders(texts("en")));
    }

    @Test
    void noTextIsEmpty() throws Exception {
        for (String language : List.of("zh", "en")) {
            texts(language).forEach((key, text) -> assertTrue(!text.isBlank(), language + " " + key));
        }
    }

    @Test
    void everyKeyTheModulesUseHasATextAndEveryTextIsUsed() throws Exception {
        String modules = modules();
        Set<String> written = found(KEY, modules);
        Set<String> beginnings = found(KEY_OF_A_CODE, modules);
        Set<String> known = texts("zh").keySet();
        Set<String> missing = new TreeSet<>(written);
        missing.removeIf(key -> known.contains(key) || key.startsWith("caixiang.") || key.endsWith(".js"));
        assertEquals(Set.of(), missing, "keys without a text");
        Set<String> unused = new TreeSet<>(known);
        unused.removeIf(key -> written.contains(key) || beginnings.stream().anyMatch(key::startsWith));
        assertEquals(Set.of(), unused, "texts nobody shows");
    }

    /** The operator must never read a bare code where the contract says which codes there are. */
    @ParameterizedTest
    @CsvSource({
        "problem., Problem code",
        "row., RefusedRow code",
        "obstacle., Obstacle code",
        "sheet., Sheet state",
        "frame.reason-, Frame reason",
        "camera., State camera state",
        "printer., State printer state",
        "check-in.known-, Sitting status",
    })
    void everyCodeOfTheContractHasAText(String beginning, String place) throws Exception {
        List<String> steps = Arrays.asList(place.split(" "));
        JsonObject schema = Contract.read()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(steps.get(0));
        for (String step : steps.subList(1, steps.size())) {
            schema = schema.getJsonObject("properties").getJsonObject(step);
        }
        Set<String> wanted = schema.getJsonArray("enum").stream()
                .map(code -> beginning + code)
                .collect(Collectors.toCollection(TreeSet::new));
        wanted.removeAll(texts("zh").keySet());
        assertEquals(Set.of(), wanted);
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        new JsonObject(Files.readString(CONSOLE.resolve("i18n/" + language + ".json")))
                .forEach(entry -> texts.put(entry.getKey(), (String) entry.getValue()));
        return texts;
    }

    private static Map<String, Set<String>> placeholders(Map<String, String> texts) {
        Map<String, Set<String>> placeholders = new TreeMap<>();
        texts.forEach((key, text) -> placeholders.put(
                key, PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet())));
        return placeholders;
    }

    private static String modules() throws IOException {
        StringBuilder modules = new StringBuilder();
        try (Stream<Path> files = Files.walk(CONSOLE)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                modules.append(Files.readString(file));
            }
        }
        return modules.toString();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
