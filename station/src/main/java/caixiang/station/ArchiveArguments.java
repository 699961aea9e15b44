package caixiang.station;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after {@code station archive}, checked strictly.
 *
 * @param values options that take a value
 * @param flags options that take none
 */
record ArchiveArguments(Command command, Map<String, String> values, Set<String> flags) {
    enum Command {
        VERIFY,
        REBUILD
    }

    static final String USAGE = """
            Usage: station archive verify [--settings FILE] [--data DIR | --archive DIR [--second DIR]] [--heal] [--tsv]
                   station archive rebuild (--archive DIR --into NEWDATA | --data DIR) [--settings FILE]
                                           [--identity-key FILE]

            verify reads every frame of both copies and compares it with its sidecar; with --heal it puts the good copy
            in the place of a bad one and keeps the bad one as .damaged. Exit status: 0 fine, 1 healed, 2 cannot look,
            3 something has no good copy left, 4 run it again with --heal (or the second copy is away).

            rebuild makes the database again from the archive alone and never changes the archive. Exit status:
            0 everything, 2 cannot begin, 3 some files could not be used, 4 names need the right identity key.
            """;

    private static final Set<String> VERIFY_VALUES = Set.of("--settings", "--data", "--archive", "--second");
    private static final Set<String> REBUILD_VALUES =
            Set.of("--settings", "--data", "--archive", "--into", "--identity-key");
    private static final Set<String> VERIFY_FLAGS = Set.of("--heal", "--tsv");

    ArchiveArguments {
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
    }

    static ArchiveArguments parse(List<String> words) throws Arguments.UsageException {
        String first = words.isEmpty() ? "" : words.get(0);
        return switch (first) {
            case "verify" -> read(Command.VERIFY, words.subList(1, words.size()), VERIFY_VALUES, VERIFY_FLAGS);
            case "rebuild" -> read(Command.REBUILD, words.subList(1, words.size()), REBUILD_VALUES, Set.of());
            default -> throw new Arguments.UsageException("say what to do with the archive: verify or rebuild");
        };
    }

    private static ArchiveArguments read(Command command, List<String> words, Set<String> values, Set<String> flags)
            throws Arguments.UsageException {
        Map<String, String> given = new LinkedHashMap<>();
        Set<String> set = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String option = words.get(i);
            if (flags.contains(option)) {
                set.add(option);
            } else if (!values.contains(option)) {
                throw new Arguments.UsageException("unknown option " + option);
            } else if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
                throw new Arguments.UsageException(option + " needs a value");
            } else if (given.put(option, words.get(++i)) != null) {
                throw new Arguments.UsageException(option + " is given twice");
            }
        }
        if (given.containsKey("--data") && given.containsKey("--archive")) {
            throw new Arguments.UsageException("give --data or --archive, not both");
        }
        boolean needsBoth = command == Command.REBUILD && !given.containsKey("--data");
        if (needsBoth && !(given.containsKey("--archive") && given.containsKey("--into"))) {
            throw new Arguments.UsageException("rebuild needs --archive and --into, or --data");
        }
        return new ArchiveArguments(command, given, set);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }
}
