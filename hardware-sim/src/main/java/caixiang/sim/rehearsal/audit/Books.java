package caixiang.sim.rehearsal.audit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is compared, from all sides.
 *
 * @param exposures what the cameras truly shot
 * @param isTruthKnown false when a camera is a real one: then nobody knows who sat
 * @param files originals on the disk
 * @param rows what the stations say
 * @param sheets digest of each sheet on the disk, by path
 * @param paper what came out of the printers; empty when the printer is a real one
 * @param isPaperKnown false when nobody knows what came out: the printer is a real one, or there is none
 * @param journaled ids of the frames whose filing the journal has
 */
public record Books(
        List<Exposure> exposures,
        boolean isTruthKnown,
        List<FoundFrame> files,
        List<Row> rows,
        Map<String, String> sheets,
        List<FoundPaper> paper,
        boolean isPaperKnown,
        Set<String> journaled) {
    public Books {
        exposures = List.copyOf(exposures);
        files = List.copyOf(files);
        rows = List.copyOf(rows);
        sheets = Map.copyOf(sheets);
        paper = List.copyOf(paper);
        journaled = Set.copyOf(journaled);
    }
}
