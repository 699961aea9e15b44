package caixiang.station.keeping;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.ArchiveScan;
import caixiang.station.archive.FrameArchive;
import caixiang.station.store.Database;
import caixiang.station.store.PeopleToCome;
import caixiang.station.store.Session;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures what a person takes on the disks: everything in the folders of the people photographed last. */
final class RoomGauge {
    private final FrameArchive archive;
    private final Database database;
    private final Session session;
    private final long reservedBytes;

    /** @param reservedBytes below this much free space shooting is refused */
    RoomGauge(FrameArchive archive, Database database, Session session, long reservedBytes) {
        this.archive = archive;
        this.database = database;
        this.session = session;
        this.reservedBytes = reservedBytes;
    }

    RoomLeft measure(CopyState copies) throws StoreException {
        PeopleToCome.Figures figures =
                Waiting.forResult(database.read(handle -> new PeopleToCome(handle).of(session.id())));
        long bytes = 0;
        for (String folder : figures.lastFolders()) {
            bytes += bytesIn(folder);
        }
        long each = figures.lastPeople() == 0 ? 0 : bytes / figures.lastPeople();
        List<RoomLeft.Disk> disks = new ArrayList<>();
        disks.add(new RoomLeft.Disk(archive.freeBytes(), copies.isOnSameDisk() ? 2 : 1));
        if (!copies.isOnSameDisk() && copies.problem().isEmpty()) {
            archive.second().ifPresent(second -> disks.add(new RoomLeft.Disk(second.freeBytes(), 1)));
        }
        return RoomLeft.of(disks, reservedBytes, each, figures.toCome());
    }

    private long bytesIn(String folder) {
        long[] bytes = new long[1];
        try {
            ArchivePaths paths = archive.paths();
            ArchiveScan.walk(paths.resolve(folder), found -> bytes[0] += found.bytes());
        } catch (IOException e) {
            return bytes[0];
        }
        return bytes[0];
    }
}
