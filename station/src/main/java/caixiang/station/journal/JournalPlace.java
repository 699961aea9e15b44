package caixiang.station.journal;

import java.nio.file.Path;

/**
 * A folder for the journal's files.
 *
 * @param proof lies on the same disk whenever that is there; without it nothing is written, since a mount point may stand
 *     in the place of its disk
 */
public record JournalPlace(Path folder, Path proof) {
    /** In a folder of this computer. */
    public static JournalPlace in(Path folder) {
        return new JournalPlace(folder, folder.toAbsolutePath().resolveSibling("."));
    }
}
