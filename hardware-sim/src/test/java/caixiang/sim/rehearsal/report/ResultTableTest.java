package caixiang.sim.rehearsal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.rehearsal.link.StationApi.Frame;
import caixiang.sim.rehearsal.link.StationApi.Owner;
import caixiang.sim.rehearsal.link.StationApi.Sheet;
import caixiang.sim.rehearsal.link.StationApi.Sitting;
import caixiang.sim.rehearsal.link.StationApi.Timing;
import caixiang.sim.rehearsal.verdict.Turn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void columnsStayAlignedWithNamesOfDifferentScripts() {
        List<String> rows =
                ResultTable.text(result(turn(1, "样*子"), turn(2, "Y*"))).lines().toList();
        int heading = columnsBefore(rows.get(0), "SHA-256");
        assertEquals(heading, columnsBefore(rows.get(1), "0123456789ab"));
        assertEquals(heading, columnsBefore(rows.get(2), "0123456789ab"));
    }

    @Test
    void theTabSeparatedLinesHoldWholeValues() {
        List<String> lines =
                ResultTable.tabSeparated(result(turn(1, "样*子"))).lines().toList();
        List<String> cells = List.of(lines.get(1).split("\t", -1));
        assertEquals(List.of(lines.get(0).split("\t", -1)).size(), cells.size());
        assertEquals("s/0001/frame-1.jpg", cells.get(3));
        assertEquals(DIGEST, cells.get(4));
    }

    @Test
    void timesAreSummedUpByNearestRank() {
        long[] sorted = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100};
        assertEquals(5, Spread.rank(sorted, 50));
        assertEquals(100, Spread.rank(sorted, 95));
        assertEquals(7, Spread.rank(new long[] {7}, 95));
    }

    @Test
    void aPersonWithoutAFrameHasALineToo() {
        Turn failed = new Turn("20260009", Optional.empty(), Optional.empty(), List.of("check-in was refused"));
        RehearsalResult result = result(failed);
        assertTrue(result.verdict().contains("20260009: check-in was refused"), result.verdict());
        assertEquals(2, ResultTable.tabSeparated(result).lines().count());
    }

    private static int columnsBefore(String row, String cell) {
        return TextWidth.of(row.substring(0, row.indexOf(cell)));
    }

    private static RehearsalResult result(Turn... turns) {
        return new RehearsalResult(List.of(turns), List.of());
    }

    private static Turn turn(int number, String maskedName) {
        String student = String.valueOf(20260000 + number);
        Sheet sheet = new Sheet("sheet-1", "4x2in", "s/0001/sheets/sheet-1.pdf", "done", "completed");
        Frame frame = new Frame(
                "frame-" + number,
                new Owner(number, student),
                "s/0001/frame-" + number + ".jpg",
                DIGEST,
                "triggered",
                Optional.of("s/0001/frame-" + number + "-portrait.jpg"),
                new Timing(OptionalLong.of(700), OptionalLong.of(1500)),
                List.of(sheet));
        return new Turn(student, Optional.of(new Sitting(number, student, maskedName)), Optional.of(frame), List.of());
    }
}
