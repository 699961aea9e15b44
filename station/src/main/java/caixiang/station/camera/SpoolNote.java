package caixiang.station.camera;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The JSON beside a spooled picture.
 *
 * @param version of this format, {@value #VERSION}
 * @param shotId empty text when there was no trigger
 * @param named a shooting number; 0 when nobody was named
 */
record SpoolNote(
        int version,
        String sha256,
        CardObject object,
        CameraIdentity camera,
        String shotId,
        Instant announced,
        Instant spooled,
        int named) {
    static final int VERSION = 1;

    /** Far above any real note; a note is read whole. */
    private static final long SIZE_MAX = 64 * 1024;

    private static final String NAMED = "named";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = CameraJson.mapper();

    static SpoolNote of(SpooledFrame frame) {
        return new SpoolNote(
                VERSION,
                frame.sha256(),
                frame.object(),
                frame.camera(),
                frame.shotId().orElse(""),
                frame.announced(),
                frame.spooled(),
                frame.named().orElse(0));
    }

    byte[] encode() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** @throws IOException if the file is no note of this version */
    static SpoolNote read(Path file) throws IOException {
        if (Files.size(file) > SIZE_MAX) {
            throw new IOException(file + " is too long for a note");
        }
        SpoolNote note;
        try {
            JsonNode written = JSON.readTree(Files.readAllBytes(file));
            if (written instanceof ObjectNode fields && !fields.has(NAMED)) {
                // A note of before self-taken pictures.
                fields.put(NAMED, 0);
            }
            note = JSON.treeToValue(written, SpoolNote.class);
        } catch (JacksonException e) {
            throw new IOException(file + " is no note: " + e.getOriginalMessage(), e);
        }
        if (note == null
                || note.version != VERSION
                || !SHA256.matcher(note.sha256).matches()) {
            throw new IOException(file + " is no note of version " + VERSION);
        }
        return note;
    }

    SpooledFrame frame(Path picture, Path note) {
        Optional<String> shot = shotId.isEmpty() ? Optional.empty() : Optional.of(shotId);
        OptionalInt person = named == 0 ? OptionalInt.empty() : OptionalInt.of(named);
        return new SpooledFrame(picture, note, sha256, object, camera, shot, announced, spooled, person);
    }
}
