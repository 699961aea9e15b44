package caixiang.station.rebuild;

import caixiang.station.archive.ArchiveScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of an archive that a database can be made from, by their paths inside it.
 *
 * @param notes by table
 * @param originalBytes frames and RAW files with their lengths
 */
record ArchiveFiles(
        Map<String, List<String>> notes,
        List<String> sidecars,
        Map<String, Long> originalBytes,
        List<String> strangers) {

    static ArchiveFiles in(Path root) throws IOException {
        ArchiveFiles files = new ArchiveFiles(new HashMap<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        ArchiveScan.walk(root, found -> {
            String file = found.file();
            switch (found.kind()) {
                case NOTE ->
                    files.notes
                            .computeIfAbsent(table(file), table -> new ArrayList<>())
                            .add(file);
                case SIDECAR -> files.sidecars.add(file);
                case ORIGINAL -> files.originalBytes.put(file, found.bytes());
                case LINK -> files.strangers.add(file + ": a link; links are not followed");
                case DERIVED, HALF, DAMAGED, MARKER, MOVE_ORDER, FOREIGN -> {}
            }
        });
        // In the order of their names, so that the same archive gives the same database.
        files.notes.values().forEach(list -> list.sort(null));
        files.sidecars.sort(null);
        return files;
    }

    List<String> notesOf(String table) {
        return notes.getOrDefault(table, List.of());
    }

    private static String table(String note) {
        if (note.endsWith("/session.json")) {
            return "session";
        }
        if (note.endsWith("/sitting.json")) {
            return "sitting";
        }
        if (note.endsWith("-shot.json")) {
            return "shot";
        }
        return note.contains("/sheets/") ? "sheet" : "portrait";
    }
}
