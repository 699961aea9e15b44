package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.PictureKind;
import caixiang.station.camera.gphoto2.CameraFiles;
import caixiang.station.camera.gphoto2.FileFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks the card and tells the station every picture on it, in pieces. */
final class CardListing {
    static final int OBJECTS_MAX = 20_000;

    private static final Logger log = LoggerFactory.getLogger(CardListing.class);
    private static final int FOLDERS_MAX = 2_000;
    static final int PIECE = 500;

    /** One native call lists a whole folder, some milliseconds per file on a real body. */
    private static final long FOLDER_SILENT_MILLIS = 120_000;

    private final CameraFiles files;
    private final StationLink link;
    private final List<CardObject> piece = new ArrayList<>();
    private int found;
    private int unread;

    CardListing(CameraFiles files, StationLink link) {
        this.files = files;
        this.link = link;
    }

    /** Returns the number of pictures. */
    int send() throws CameraException {
        Deque<String> folders = new ArrayDeque<>(List.of("/"));
        for (int visited = 0; !folders.isEmpty() && visited < FOLDERS_MAX && found < OBJECTS_MAX; visited++) {
            String folder = folders.remove();
            link.send(new AgentMessage.Alive("listing " + folder, FOLDER_SILENT_MILLIS));
            try {
                String prefix = folder.endsWith("/") ? folder : folder + "/";
                files.folders(folder).forEach(child -> folders.add(prefix + child));
                listFiles(folder);
            } catch (CameraException e) {
                skip(folder, e);
            }
        }
        if (!folders.isEmpty() || found >= OBJECTS_MAX) {
            unread += Math.max(1, folders.size());
            log.warn(
                    "the card holds more than is listed: stopped at {} pictures, {} folders left",
                    found,
                    folders.size());
        }
        flush();
        return found;
    }

    private void listFiles(String folder) throws CameraException {
        for (String name : files.files(folder)) {
            if (PictureKind.of(name).isEmpty()) {
                log.debug("{}/{} is no picture; not listed", folder, name);
            } else if (found < OBJECTS_MAX) {
                try {
                    FileFacts facts = files.facts(folder, name);
                    add(new CardObject(folder, name, facts.sizeBytes(), facts.modified()));
                } catch (CameraException e) {
                    skip(folder + "/" + name, e);
                }
            }
        }
    }

    private void add(CardObject object) {
        piece.add(object);
        found++;
        if (piece.size() == PIECE) {
            flush();
        }
    }

    /** One unreadable entry must not keep the camera from being used. */
    private void skip(String path, CameraException e) throws CameraException {
        if (e.fault() == CameraFault.DISCONNECTED) {
            throw e;
        }
        unread++;
        log.warn("{} is not listed: {}", path, e.getMessage());
    }

    /** Files and folders that could not be read: the listing is not the whole card. */
    int unread() {
        return unread;
    }

    private void flush() {
        link.send(new AgentMessage.Listed(piece));
        piece.clear();
    }
}
