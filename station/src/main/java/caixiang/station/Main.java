package caixiang.station;

import caixiang.layouts.BookCommand;
import caixiang.station.config.Settings;
import caixiang.station.config.SettingsException;
import caixiang.station.doctor.Doctor;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The command line of the station. Exit status: 0 fine, 1 the station could not start or the
 * doctor found a fault, 2 the words or the settings make
 * no sense. What goes to standard output is for other programs; everything else goes to standard error.
 */
public final class Main {
    static final int FINE = 0;
    static final int CANNOT_START = 1;
    static final int USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    Main(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] args) {
        int status = new Main(System.out, System.err, Clock.system(ZoneId.systemDefault())).run(List.of(args));
        if (status != FINE) {
            System.exit(status);
        }
        // After a good start the event loop keeps the process alive until it is told to end.
    }

    int run(List<String> words) {
        if (!words.isEmpty() && words.get(0).equals("journal")) {
            return new JournalCommand(out, err).run(words.subList(1, words.size()));
        }
        if (!words.isEmpty() && words.get(0).equals("import-pictures")) {
            return new PicturesCommand(out, err).run(words.subList(1, words.size()));
        }
        if (words.size() > 1 && words.get(0).equals("sheet") && BookCommand.isFor(words.subList(1, words.size()))) {
            return new BookCommand(out, err, clock, new StationSubjects()).run(words.subList(1, words.size()));
        }
        if (!words.isEmpty() && words.get(0).equals("portrait")) {
            return new PortraitCommand(out, err).run(words.subList(1, words.size()));
        }
        try {
            if (!words.isEmpty() && words.get(0).equals("archive")) {
                return new ArchiveCommand(out, err, clock).run(words.subList(1, words.size()));
            }
            Arguments arguments = Arguments.parse(words);
            return switch (arguments.command()) {
                case HELP -> print(Arguments.USAGE);
                case VERSION -> print("caixiang station " + version());
                case JOURNAL -> throw new AssertionError("has words of its own");
                case DOCTOR -> examine(Settings.load(arguments.settings(), arguments.overrides()));
                case RUN -> start(Settings.load(arguments.settings(), arguments.overrides()));
            };
        } catch (Arguments.UsageException e) {
            err.println("station: " + e.getMessage());
            err.println(Arguments.USAGE);
            return USAGE;
        } catch (SettingsException e) {
            err.println("station: 设置有误 " + e.getMessage());
            return USAGE;
        }
    }

    private int examine(Settings settings) {
        try {
            return Doctor.of(settings, clock).examine(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CANNOT_START;
        }
    }

    private int start(Settings settings) {
        // The log's place is a setting, so this comes before anything logs.
        System.setProperty("caixiang.log", settings.data().log().toString());
        System.setProperty("logback.configurationFile", "logback-run.xml");
        try {
            Station.Running station = Station.start(settings, clock);
            Runtime.getRuntime().addShutdownHook(new Thread(station::stop, "shutdown"));
            out.println("READY " + station.address());
            out.flush();
            return FINE;
        } catch (StartException e) {
            err.println("station: 无法启动 cannot start: " + e.getMessage());
            return CANNOT_START;
        }
    }

    private int print(String text) {
        out.println(text.stripTrailing());
        return FINE;
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }
}
