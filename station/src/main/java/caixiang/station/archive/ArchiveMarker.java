package caixiang.station.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The file that says which archive a folder is, in both copies. A mount point whose disk is not mounted has none, so it
 * is not taken for the second copy and filled.
 *
 * @param archiveId the same in both copies
 * @param hasSecond whether a second copy was ever begun; without its marker it is then away, not new
 */
record ArchiveMarker(String archiveId, boolean hasSecond) {
    static final String FILE = "caixiang-archive.json";

    private static final int LAYOUT = 1;
    private static final int BYTES_MAX = 4_096;
    private static final ObjectMapper JSON = new ObjectMapper();

    static ArchiveMarker fresh() {
        return new ArchiveMarker(UUID.randomUUID().toString(), false);
    }

    ArchiveMarker withSecond() {
        return new ArchiveMarker(archiveId, true);
    }

    byte[] encode() {
        try {
            var root = JSON.createObjectNode()
                    .put("layout", LAYOUT)
                    .put("archive", archiveId)
                    .put("hasSecond", hasSecond);
            return (JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the marker of a folder; empty when there is none.
     *
     * @throws CopyRefusedException if a newer program laid the folder out
     * @throws IOException if the marker cannot be read
     */
    static Optional<ArchiveMarker> of(Path root) throws IOException {
        Path file = root.resolve(FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (Files.size(file) > BYTES_MAX) {
            throw damaged(file);
        }
        JsonNode json = parse(file);
        if (json.path("layout").asInt() > LAYOUT) {
            throw new CopyRefusedException(
                    CopyProblem.NEWER,
                    "档案由更新版本的程序建立，请升级本程序 the archive " + root
                            + " was made by a newer program; use that version or a later one");
        }
        String id = json.path("archive").textValue();
        if (json.path("layout").asInt() != LAYOUT || id == null) {
            throw damaged(file);
        }
        return Optional.of(new ArchiveMarker(id, json.path("hasSecond").asBoolean()));
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw damaged(file);
        }
    }

    private static IOException damaged(Path file) {
        return new IOException("档案标记文件已损坏 the marker " + file
                + " is damaged; copy it from the other copy of the archive, or remove it if this is the right folder");
    }
}
