package caixiang.sim;

import caixiang.sim.rehearsal.RehearsalPlan;
import caixiang.sim.rehearsal.RehearsalRun;
import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.report.RehearsalResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code rehearse}: photographs people through the station's public API; ends with a table and a verdict. */
final class RehearseCommand implements Subcommand {
    private static final int PEOPLE_MAX = 10_000;

    @Override
    public String usage() {
        return "--station URL --studio URL --roster FILE [--people N] [--printed DIR] [--out DIR]";
    }

    @Override
    public List<String> options() {
        return List.of("--station", "--studio", "--roster", "--people", "--printed", "--out");
    }

    /** Returns 0 only if each frame is verifiably the person's who sat. */
    @Override
    public int run(Arguments arguments, PrintStream out) throws UsageException, IOException, InterruptedException {
        RehearsalPlan plan = RehearsalPlan.of(
                arguments.address("--station"),
                arguments.address("--studio"),
                Path.of(arguments.required("--roster")),
                arguments.whole("--people", 3, 1, PEOPLE_MAX),
                arguments.text("--printed").map(Path::of));
        Optional<Path> values = arguments.text("--out").map(Path::of);
        try {
            RehearsalResult result = RehearsalRun.of(plan);
            out.print(result.table());
            if (values.isPresent()) {
                out.println("whole values: " + result.save(values.get()));
            }
            out.print(result.verdict());
            return result.isVerified() ? 0 : 1;
        } catch (RehearsalException e) {
            out.println("✗ the rehearsal ended: " + e.getMessage());
            return 1;
        }
    }
}
