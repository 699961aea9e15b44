package caixiang.station;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed after {@code station}: one command and its options, checked strictly, because an option that is silently
 * ignored is found out on the day.
 *
 * @param settings the settings file to read on top of the defaults
 * @param overrides settings given on the command line, by their names in the settings file
 */
record Arguments(Command command, Optional<Path> settings, Map<String, String> overrides) {

    enum Command {
        RUN,
        DOCTOR,
        JOURNAL,
        HELP,
        VERSION
    }

    static final String USAGE = """
            Usage: station run [options]       start the station
                   station doctor [options]    check the machine that such a station would run on
                   station archive verify …    read and compare every file of both copies, and heal
                   station archive rebuild …   make the database again from the archive alone
                   station archive export …    pack a session into a sealed bundle
                   station archive import …    take a session from a bundle into this archive
                   station journal verify [options]    check that the journal is as it was written
                   station import-pictures DIR …       give self-taken pictures to the people their files name
                   station sheet gang|proof …  many people on large paper, or a contact sheet of a class
                   station --help | --version

            Options:
              --settings FILE     settings on top of the defaults
              --data DIR          where the station keeps everything
              --session ID        the session to work in; numbers start at 1 in each
              --camera WHERE      auto | usb:BUS,DEVICE | ptpip:HOST[:PORT] | none
              --printer URI       ipp://HOST[:PORT]/PATH | none
              --roster FILE       import this CSV roster at the start
              --http-port PORT    port of the console on 127.0.0.1; 0 takes a free one

            """ + ArchiveArguments.USAGE;

    private static final String SETTINGS_FILE = "--settings";

    /** Every other option is a setting. */
    private static final Map<String, String> SETTING_OF = Map.of(
            "--data", "data",
            "--session", "session.id",
            "--camera", "camera.port",
            "--printer", "printer.uri",
            "--roster", "roster",
            "--http-port", "http.port");

    Arguments {
        overrides = Map.copyOf(overrides);
    }

    static Arguments parse(List<String> words) throws UsageException {
        if (words.isEmpty()) {
            throw new UsageException("say what to do: run, doctor, --help or --version");
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "run" -> withOptions(Command.RUN, rest);
            case "doctor" -> withOptions(Command.DOCTOR, rest);
            case "--help", "-h", "help" -> alone(Command.HELP, rest);
            case "--version" -> alone(Command.VERSION, rest);
            default -> throw new UsageException("unknown command " + words.get(0));
        };
    }

    private static Arguments alone(Command command, List<String> rest) throws UsageException {
        if (!rest.isEmpty()) {
            throw new UsageException("nothing may follow here, but there is " + rest.get(0));
        }
        return new Arguments(command, Optional.empty(), Map.of());
    }

    static Arguments withOptions(Command command, List<String> words) throws UsageException {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String option = words.get(i);
            if (!SETTING_OF.containsKey(option) && !option.equals(SETTINGS_FILE)) {
                throw new UsageException("unknown option " + option);
            }
            if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
                throw new UsageException(option + " needs a value");
            }
            if (given.put(option, words.get(i + 1)) != null) {
                throw new UsageException(option + " is given twice");
            }
        }
        Map<String, String> overrides = new LinkedHashMap<>();
        SETTING_OF.forEach((option, setting) -> {
            if (given.containsKey(option)) {
                overrides.put(setting, given.get(option));
            }
        });
        return new Arguments(command, settingsFile(given), overrides);
    }

    private static Optional<Path> settingsFile(Map<String, String> given) throws UsageException {
        try {
            return Optional.ofNullable(given.get(SETTINGS_FILE)).map(Path::of);
        } catch (InvalidPathException e) {
            throw new UsageException(SETTINGS_FILE + " is no path here: " + e.getInput() + " (set LC_ALL=C.UTF-8)");
        }
    }

    /** The words after the command make no sense; the message says which. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
