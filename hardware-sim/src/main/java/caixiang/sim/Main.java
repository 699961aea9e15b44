package caixiang.sim;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line of the simulated hardware. */
public final class Main {
    private static final int USAGE_ERROR = 2;
    private static final int FAILURE = 1;

    private static final Map<String, Subcommand> SUBCOMMANDS = new LinkedHashMap<>();

    static {
        SUBCOMMANDS.put("camera", new CameraCommand());
        SUBCOMMANDS.put("printer", new PrinterCommand());
        SUBCOMMANDS.put("studio", new StudioCommand());
        SUBCOMMANDS.put("rehearse", new RehearseCommand());
        SUBCOMMANDS.put("day", new DayCommand());
        SUBCOMMANDS.put("follow", new FollowCommand());
    }

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        // Logs go to standard error: other programs read standard output for the READY line.
        System.setProperty("logback.configurationFile", "caixiang/sim/logback.xml");
        System.setProperty("java.awt.headless", "true");
        System.exit(run(List.of(args), System.out, System.err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) throws InterruptedException {
        if (words.isEmpty() || words.get(0).equals("--help")) {
            printUsage(words.isEmpty() ? err : out);
            return words.isEmpty() ? USAGE_ERROR : 0;
        }
        Subcommand subcommand = SUBCOMMANDS.get(words.get(0));
        if (subcommand == null) {
            err.println("unknown subcommand " + words.get(0));
            printUsage(err);
            return USAGE_ERROR;
        }
        try {
            List<String> options = words.subList(1, words.size());
            return subcommand.run(Arguments.parse(options, subcommand.options()), out);
        } catch (UsageException e) {
            err.println(e.problem());
            err.println("usage: " + words.get(0) + " " + subcommand.usage());
            return USAGE_ERROR;
        } catch (IOException e) {
            err.println(words.get(0) + " cannot start: " + e.getMessage());
            return FAILURE;
        }
    }

    private static void printUsage(PrintStream to) {
        SUBCOMMANDS.forEach((name, subcommand) -> to.println("usage: " + name + " " + subcommand.usage()));
    }
}
