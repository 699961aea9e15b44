package caixiang.station;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        REBUILD,
        EXPORT,
        IMPORT
    }

    static final String USAGE = """
            Usage: station archive verify [--settings FILE] [--data DIR | --archive DIR [--second DIR]] [--heal] [--tsv]
                   station archive rebuild (--archive DIR --into NEWDATA | --data DIR) [--settings FILE]
                                           [--identity-key FILE]
                   station archive export --session ID --out BUNDLE --passphrase-file FILE [--settings FILE] [--data DIR]
                   station archive import --bundle BUNDLE --passphrase-file FILE [--as ID] [--check]
                                          [--settings FILE] [--data DIR]

            verify reads every frame of both copies and compares it with its sidecar; with --heal it puts the good copy
            in the place of a bad one and keeps the bad one as .damaged. Exit status: 0 fine, 1 healed, 2 cannot look,
            3 something has no good copy left, 4 run it again with --heal (or the second copy is away).

            rebuild makes the database again from the archive alone and never changes the archive. Exit status:
            0 everything, 2 cannot begin, 3 some files could not be used, 4 names need the right identity key.

            export packs a session into one file sealed with a passphrase (OpenPGP; gpg opens it too), import takes it
            into this archive, whole or not at all; --check only compares, --as gives the session another id here. Stop
            the station first. Exit status: 0 fine, 2 cannot begin, 3 conflicts, which are listed; nothing was taken in.
            """;

    private static final Set<String> VERIFY_VALUES = Set.of("--settings", "--data", "--archive", "--second");
    private static final Set<String> REBUILD_VALUES =
            Set.of("--settings", "--data", "--archive", "--into", "--identity-key");
    private static final Set<String> VERIFY_FLAGS = Set.of("--heal", "--tsv");
    private static final Set<String> EXPORT_VALUES =
            Set.of("--settings", "--data", "--session", "--out", "--passphrase-file");
    private static final Set<String> IMPORT_VALUES =
            Set.of("--settings", "--data", "--bundle", "--passphrase-file", "--as");
    private static final Set<String> IMPORT_FLAGS = Set.of("--check");
    private static final String SESSION_ID = "[0-9A-Za-z][0-9A-Za-z-]{0,39}";

    ArchiveArguments {
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
    }

    static ArchiveArguments parse(List<String> words) throws Arguments.UsageException {
        String first = words.isEmpty() ? "" : words.get(0);
        return switch (first) {
            case "verify" -> read(Command.VERIFY, words.subList(1, words.size()), VERIFY_VALUES, VERIFY_FLAGS);
            case "rebuild" -> read(Command.REBUILD, words.subList(1, words.size()), REBUILD_VALUES, Set.of());
            case "export" ->
                read(Command.EXPORT, words.subList(1, words.size()), EXPORT_VALUES, Set.of())
                        .requiring("--session", "--out", "--passphrase-file");
            case "import" ->
                read(Command.IMPORT, words.subList(1, words.size()), IMPORT_VALUES, IMPORT_FLAGS)
                        .requiring("--bundle", "--passphrase-file");
            default ->
                throw new Arguments.UsageException(
                        "say what to do with the archive: verify, rebuild, export or import");
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

    private ArchiveArguments requiring(String... options) throws Arguments.UsageException {
        for (String option : options) {
            if (!values.containsKey(option)) {
                throw new Arguments.UsageException(words(command) + " needs " + option);
            }
        }
        if (!values.getOrDefault("--as", "a").matches(SESSION_ID)) {
            throw new Arguments.UsageException("--as takes a session id: 1 to 40 letters, digits and hyphens");
        }
        return this;
    }

    private static String words(Command command) {
        return command.name().toLowerCase(Locale.ROOT);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }
}
