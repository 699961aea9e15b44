package caixiang.station.archive.check;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.ArchiveScan;
import caixiang.station.archive.ArchiveScan.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one copy of an archive holds, by the names of the files.
 *
 * @param beside notes, portraits and sheets
 * @param others halves, links and foreign files
 */
record Contents(
        ArchivePaths paths,
        Map<String, Found> sidecars,
        Map<String, Found> originals,
        Map<String, Found> beside,
        List<Found> others) {

    static Contents of(ArchivePaths paths) throws IOException {
        Contents contents = new Contents(paths, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        ArchiveScan.walk(paths.root(), contents::add);
        return contents;
    }

    private void add(Found found) {
        switch (found.kind()) {
            case SIDECAR -> sidecars.put(found.file(), found);
            case ORIGINAL -> originals.put(found.file(), found);
            case NOTE, DERIVED -> beside.put(found.file(), found);
            case HALF, LINK, FOREIGN -> others.add(found);
            case DAMAGED, MARKER, MOVE_ORDER -> {}
        }
    }
}
