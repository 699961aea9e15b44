package caixiang.sim.rehearsal.audit;

import caixiang.sim.rehearsal.audit.Finding.Kind;
import caixiang.sim.rehearsal.link.StationApi.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares the sheets on the disk and in the database with the paper that came out. Pure. */
final class PaperAudit {
    private PaperAudit() {}

    static List<Finding> of(Books books) {
        if (!books.isPaperKnown()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> out = new HashMap<>();
        books.paper().forEach(job -> out.merge(job.sha256(), 1, Integer::sum));
        Map<String, Integer> claimed = new HashMap<>();
        for (Row row : books.rows()) {
            for (Sheet sheet : row.sheets()) {
                check(row, sheet, books, out, findings);
                String digest = books.sheets().getOrDefault(sheet.file(), "");
                // A sheet that was printed again because nobody knew whether it had come out may have come out twice.
                claimed.merge(digest, 1, Integer::sum);
            }
        }
        for (FoundPaper job : books.paper()) {
            if (!claimed.containsKey(job.sha256())) {
                findings.add(new Finding(Kind.FOREIGN, "print job " + job.jobId() + " is no sheet of anybody's"));
            }
        }
        out.forEach((digest, times) -> {
            int sheets = claimed.getOrDefault(digest, 0);
            if (sheets > 0 && times > sheets) {
                findings.add(new Finding(
                        Kind.DOUBLED, "a sheet that is wanted %d times came out %d times".formatted(sheets, times)));
            }
        });
        return findings;
    }

    private static void check(Row row, Sheet sheet, Books books, Map<String, Integer> out, List<Finding> findings) {
        String name = "sheet %s of frame %s".formatted(sheet.template(), row.frameId());
        String digest = books.sheets().get(sheet.file());
        if (!sheet.file().isEmpty() && digest == null) {
            findings.add(new Finding(Kind.LOST, name + " is not on the disk"));
        } else if (sheet.state().equals("done") && !out.containsKey(digest)) {
            findings.add(new Finding(Kind.LOST, name + " is said to be printed but never came out"));
        }
    }
}
