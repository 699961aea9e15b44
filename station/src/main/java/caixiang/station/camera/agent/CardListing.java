package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.gphoto2.FileFacts;
import caixiang.station.camera.gphoto2.GphotoCamera;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks the card and tells the station every JPEG file on it, in pieces. */
final class CardListing {
    static final int OBJECTS_MAX = 20_000;

    private static final Logger log = LoggerFactory.getLogger(CardListing.class);
    private static final int FOLDERS_MAX = 2_000;
    static final int PIECE = 500;

    /** One native call lists a whole folder, some milliseconds per file on a real body. */
    private static final long FOLDER_SILENT_MILLIS = 120_000;

    private final GphotoCamera camera;
    private final StationLink link;
    private final List<CardObject> piece = new ArrayList<>();
    private int found;

    CardListing(GphotoCamera camera, StationLink link) {
        this.camera = camera;
        this.link = link;
    }

    /** Returns the number of pictures. */
    int send() throws CameraException {
        Deque<String> folders = new ArrayDeque<>(List.of("/"));
        for (int visited = 0; !folders.isEmpty() && visited < FOLDERS_MAX && found < OBJECTS_MAX; visited++) {
            String folder = folders.remove();
            link.send(new AgentMessage.Alive("listing " + folder, FOLDER_SILENT_MILLIS));
            String prefix = folder.endsWith("/") ? folder : folder + "/";
            for (String child : camera.folders(folder)) {
                folders.add(prefix + child);
            }
            listFiles(folder);
        }
        if (!folders.isEmpty() || found >= OBJECTS_MAX) {
            log.warn(
                    "the card holds more than is listed: stopped at {} pictures, {} folders left",
                    found,
                    folders.size());
        }
        flush();
        return found;
    }

    private void listFiles(String folder) throws CameraException {
        for (String name : camera.files(folder)) {
            if (!PictureNames.isJpeg(name)) {
                log.debug("{}/{} is no JPEG file; not listed", folder, name);
            } else if (found < OBJECTS_MAX) {
                FileFacts facts = camera.facts(folder, name);
                piece.add(new CardObject(folder, name, facts.sizeBytes(), facts.modified()));
                found++;
                if (piece.size() == PIECE) {
                    flush();
                }
            }
        }
    }

    private void flush() {
        link.send(new AgentMessage.Listed(piece));
        piece.clear();
    }
}
