package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that are about files rather than classes. */
class TidyTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path ARCHITECTURE = Path.of("../docs/architecture.md");
    private static final int LINES_MAX = 400;

    // Built from pieces, so that this file does not find itself.
    private static final Pattern UNOWNED_REMINDER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

    private static final Pattern ROOMLESS_NAME =
            Pattern.compile("(Abstract|Base)[A-Z]\\w*|\\w*(Impl|Manager|Helper|Utils?)");

    private static final Pattern TABLE_ROW = Pattern.compile("^\\| `(caixiang\\.station[a-z0-9.]*)`");

    @Test
    void noFileIsTooLongToRead() throws IOException {
        assertEquals(List.of(), sourcesWhere(file -> lines(file).size() > LINES_MAX));
    }

    @Test
    void nothingIsLeftForLaterInAComment() throws IOException {
        assertEquals(
                List.of(),
                sourcesWhere(file -> lines(file).stream()
                        .anyMatch(line -> UNOWNED_REMINDER.matcher(line).find())));
    }

    @Test
    void noNameSaysNothing() throws IOException {
        assertEquals(
                List.of(),
                sourcesWhere(file -> ROOMLESS_NAME
                        .matcher(file.getFileName().toString().replace(".java", ""))
                        .matches()));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        for (Path folder : folders()) {
            assertTrue(Files.exists(folder.resolve("package-info.java")), folder + " has no package-info.java");
        }
    }

    @Test
    void thePackageTableOfTheDocumentationIsTheFolders() throws IOException {
        Set<String> documented = lines(ARCHITECTURE).stream()
                .map(TABLE_ROW::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> present = folders().stream()
                .map(folder -> MAIN.relativize(folder).toString().replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(present, documented);
    }

    private static List<Path> folders() throws IOException {
        return sources(MAIN).map(Path::getParent).distinct().sorted().toList();
    }

    private static List<Path> sourcesWhere(Predicate<Path> condition) throws IOException {
        return Stream.concat(sources(MAIN), sources(TESTS)).filter(condition).toList();
    }

    private static Stream<Path> sources(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
