package caixiang.station.rebuild;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.archive.NoteFile;
import caixiang.station.archive.Sidecar;
import caixiang.station.store.CardObjects;
import caixiang.station.store.FrameMoves;
import caixiang.station.store.Frames;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.NotedRows;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.StoreException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Makes the rows of single files. What a file says against the rules is refused and told; nothing else is. */
final class RowMaker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Handle handle;
    private final NotedRows rows;
    private final ArchivePaths archive;
    private final Optional<IdentityVault> vault;
    private final RebuildReport report;

    RowMaker(Handle handle, ArchivePaths archive, Optional<IdentityVault> vault, RebuildReport report) {
        this.handle = handle;
        this.rows = new NotedRows(handle);
        this.archive = archive;
        this.vault = vault;
        this.report = report;
    }

    void note(String file, String table) {
        try {
            NoteFile note = NoteFile.read(archive.resolve(file));
            if (!note.table().equals(table) || !isAtItsPlace(note, file)) {
                throw new IOException(file + " is not the note of this place");
            }
            make(note, file);
            report.row(table);
        } catch (IOException | StoreException | JdbiException e) {
            report.refused(said(file, e));
        }
    }

    /** A copy of somebody else's note must not make a second row, or a row for another number. */
    private static boolean isAtItsPlace(NoteFile note, String file) {
        ObjectNode row = note.row();
        return switch (note.table()) {
            case "session" -> file.equals(row.path("session_id").asText() + "/session.json");
            case "sitting" ->
                file.equals(String.format(
                        "%s/%04d/sitting.json",
                        row.path("session_id").asText(), row.path("number").asLong()));
            case "shot" ->
                file.equals(row.path("session_id").asText() + "/shots/"
                        + row.path("shot_id").asText() + "-shot.json");
            case "portrait" -> file.endsWith(row.path("frame_id").asText() + "-portrait.json");
            case "sheet" -> file.equals(row.path("file").asText().replaceFirst("\\.pdf$", ".json"));
            default -> false;
        };
    }

    private void make(NoteFile note, String file) throws StoreException {
        Optional<ObjectNode> secret = vault.flatMap(key -> NotedRows.unseal(key, note, file));
        if (note.table().equals("sitting")) {
            rows.insert("person", secret.orElseGet(() -> nameless(note.row())));
            report.row("person");
            if (secret.isEmpty()) {
                report.nameUnknown();
            }
        } else {
            secret.ifPresent(hidden -> note.row().setAll(hidden));
        }
        rows.insert(note.table(), note.row());
    }

    /** Somebody holds the number, whoever it is. */
    private static ObjectNode nameless(ObjectNode sitting) {
        String number = "%04d".formatted(sitting.path("number").asLong());
        return JSON.createObjectNode()
                .put("person_id", sitting.path("person_id").asText())
                .put("session_id", sitting.path("session_id").asText())
                .put("student_number", "?" + number)
                .put("name", "未知 " + number)
                .put("college", "")
                .put("class_name", "");
    }

    /** Makes the row of a frame whose file is there whole; returns whether it did. */
    boolean frame(String sidecar, ArchiveFiles files) {
        try {
            Frame frame = Sidecar.at(archive, sidecar);
            Long bytes = files.originalBytes().get(frame.file());
            if (bytes == null) {
                report.frameMissing(frame.file());
                return false;
            }
            if (bytes != frame.bytes()) {
                report.refused("%s: has %d bytes instead of %d".formatted(frame.file(), bytes, frame.bytes()));
                return false;
            }
            surroundings(frame);
            new Frames(handle).insert(frame);
            report.row("frame");
            report.movesUnknown(new FrameMoves(handle).restore(frame));
            return true;
        } catch (IOException | StoreException | JdbiException e) {
            report.refused(said(sidecar, e));
            return false;
        }
    }

    /** What the frame names, for archives from before there were notes, or whose notes are lost. */
    private void surroundings(Frame frame) throws StoreException {
        Instant pressed = frame.times().pressed().orElse(frame.times().announced());
        Sessions sessions = new Sessions(handle);
        if (!sessions.exists(frame.sessionId())) {
            sessions.open(new Session(frame.sessionId(), frame.sessionId()), pressed);
        }
        frame.number().ifPresent(number -> sessions.raiseNumber(frame.sessionId(), number));
        // The card was looked at in this session: what is on it and unknown has been missed, and is not older.
        new CardObjects(handle, frame.camera().serial()).listFirst(frame.sessionId(), pressed);
        if (frame.shotId().isPresent() && !exists(frame.shotId().get())) {
            shot(frame, frame.shotId().get(), pressed);
        }
    }

    private boolean exists(String shotId) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM shot WHERE shot_id = :shot)")
                .bind("shot", shotId)
                .mapTo(Boolean.class)
                .one();
    }

    private void shot(Frame frame, String shotId, Instant pressed) throws StoreException {
        ObjectNode row = JSON.createObjectNode()
                .put("shot_id", shotId)
                .put("session_id", frame.sessionId())
                .put("request_id", shotId)
                .put("source", "sidecar")
                .put("camera_serial", frame.camera().serial())
                .put("state", "filed")
                .put("station", frame.station())
                .put("requested_at", pressed.toEpochMilli())
                .put("changed_at", frame.times().filed().toEpochMilli());
        frame.number().ifPresent(number -> row.put("number", number));
        rows.insert("shot", row);
    }

    private static String said(String file, Exception e) {
        Throwable cause = e instanceof JdbiException && e.getCause() != null ? e.getCause() : e;
        String message = String.valueOf(cause.getMessage());
        return message.contains(file) ? message : file + ": " + message;
    }
}
