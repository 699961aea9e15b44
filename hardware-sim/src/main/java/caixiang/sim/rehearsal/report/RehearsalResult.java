package caixiang.sim.rehearsal.report;

import caixiang.sim.rehearsal.verdict.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the whole rehearsal went. */
public final class RehearsalResult {
    private final List<Turn> turns;
    private final List<String> problems;

    /** @param problems what is wrong with the day as a whole rather than with one turn */
    public RehearsalResult(List<Turn> turns, List<String> problems) {
        this.turns = List.copyOf(turns);
        this.problems = List.copyOf(problems);
    }

    public List<Turn> turns() {
        return turns;
    }

    List<String> problems() {
        return problems;
    }

    /** Whether each frame is verifiably the person's who sat, with both sheets printed, and nothing is left over. */
    public boolean isVerified() {
        return !turns.isEmpty() && problems.isEmpty() && turns.stream().allMatch(Turn::isVerified);
    }

    /** Each thing that is not as it must be, with the person it concerns. */
    public List<String> findings() {
        return ResultTable.problems(this);
    }

    /** An aligned table with one line for each person, and how long it took. */
    public String table() {
        return ResultTable.text(this);
    }

    /** Everything that is not as it must be, and the sum. */
    public String verdict() {
        StringBuilder out = new StringBuilder();
        ResultTable.problems(this)
                .forEach(problem -> out.append("✗ ").append(problem).append('\n'));
        long verified = turns.stream().filter(Turn::isVerified).count();
        return out.append("%d of %d frames are verifiably the person's who sat. %d/%d 张照片归属核对无误。%n"
                        .formatted(verified, turns.size(), verified, turns.size()))
                .toString();
    }

    /** Writes the whole values as {@code rehearsal.tsv} into the folder; the file. */
    public Path save(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("rehearsal.tsv");
        return Files.writeString(file, ResultTable.tabSeparated(this));
    }
}
