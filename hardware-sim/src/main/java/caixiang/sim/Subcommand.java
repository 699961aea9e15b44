package caixiang.sim;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** One thing the program can do, by the first word of its command line. */
interface Subcommand {
    /** The options with their values, one line. */
    String usage();

    /** The names of the options. */
    List<String> options();

    /**
     * Does it, and returns the process's exit status; something that serves returns when the process is told to end.
     *
     * @param out for the lines other programs read
     * @throws UsageException when an option's value cannot be used
     * @throws IOException when it cannot start; the message says what to do
     */
    int run(Arguments arguments, PrintStream out) throws UsageException, IOException, InterruptedException;
}
