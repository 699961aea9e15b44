package caixiang.layouts;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after {@code sheet}, sorted and checked as far as that is possible without looking at any file. */
final class SheetArguments {

    private static final Set<String> WITH_VALUE = Set.of("--template", "--templates", "--caption", "--fit", "-o");
    private static final Set<String> ALONE = Set.of("--list", "--help");

    private final Map<String, String> options = new HashMap<>();
    private Optional<String> portrait = Optional.empty();

    private SheetArguments() {}

    /** The message says what is wrong with the words. */
    static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }

    static SheetArguments parse(List<String> words) throws UsageException {
        var arguments = new SheetArguments();
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            arguments.take(rest.remove(), rest);
        }
        if (!arguments.wantsHelp() && !arguments.wantsList()) {
            arguments.checkSheet();
        }
        return arguments;
    }

    boolean wantsHelp() {
        return options.containsKey("--help");
    }

    boolean wantsList() {
        return options.containsKey("--list");
    }

    String template() {
        return required("--template");
    }

    Optional<Path> templates() {
        return Optional.ofNullable(options.get("--templates")).map(Path::of);
    }

    String caption() {
        return options.getOrDefault("--caption", "");
    }

    boolean mayCrop() {
        return options.containsKey("--fit");
    }

    Path portrait() {
        return Path.of(portrait.orElseThrow());
    }

    Path out() {
        return Path.of(required("-o"));
    }

    private String required(String option) {
        return Optional.ofNullable(options.get(option)).orElseThrow();
    }

    private void take(String word, Deque<String> rest) throws UsageException {
        if (WITH_VALUE.contains(word)) {
            if (rest.isEmpty()) {
                throw new UsageException(word + " 缺少值 / needs a value");
            }
            put(word, rest.remove());
        } else if (ALONE.contains(word)) {
            put(word, "");
        } else if (word.startsWith("-")) {
            throw new UsageException("未知选项 / unknown option: " + word);
        } else if (portrait.isPresent()) {
            throw new UsageException("只能有一张照片 / one portrait only: " + portrait.get() + ", " + word);
        } else {
            portrait = Optional.of(word);
        }
    }

    private void put(String option, String value) throws UsageException {
        if (options.put(option, value) != null) {
            throw new UsageException("重复的选项 / given twice: " + option);
        }
    }

    private void checkSheet() throws UsageException {
        if (!options.containsKey("--template") || !options.containsKey("-o") || portrait.isEmpty()) {
            throw new UsageException("需要模板、照片和 -o / needs --template, a portrait and -o");
        }
        if (!options.getOrDefault("--fit", "crop").equals("crop")) {
            throw new UsageException("--fit 只能是 crop / can only be crop, not " + options.get("--fit"));
        }
        if (!required("-o").toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            throw new UsageException("-o 须以 .pdf 结尾 / must end in .pdf: " + required("-o"));
        }
        if (caption().length() > SheetOrder.TEXT_MAX) {
            throw new UsageException("--caption 最多 / at most " + SheetOrder.TEXT_MAX + " 字 / characters");
        }
    }
}
