package caixiang.sim.rehearsal.audit;

import caixiang.sim.rehearsal.verdict.Evidence;
import caixiang.sim.rehearsal.verdict.SceneCodes;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A station's archive read from the disk, past the station: what lies there is what counts. One picture at a time is held
 * in memory.
 */
public final class ArchiveFolder {
    private static final String PORTRAIT = "-portrait.jpg";
    private static final String JPEG = ".jpg";
    private static final String PDF = ".pdf";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    public ArchiveFolder(Path root) {
        this.root = root;
    }

    /** Every original, in order of path. */
    public List<FoundFrame> frames() throws IOException {
        List<FoundFrame> found = new ArrayList<>();
        for (Path file : files(JPEG)) {
            if (!file.getFileName().toString().endsWith(PORTRAIT)) {
                found.add(read(file));
            }
        }
        return found;
    }

    /** The digest of every sheet, by its path inside the archive. */
    public Map<String, String> sheets() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : files(PDF)) {
            digests.put(inside(file), digest(file));
        }
        return digests;
    }

    private FoundFrame read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Evidence.Code code = new SceneCodes().read(bytes);
        return new FoundFrame(inside(file), HexFormat.of().formatHex(sha256().digest(bytes)), code, sidecar(file));
    }

    private static String sidecar(Path frame) throws IOException {
        String name = frame.getFileName().toString();
        Path sidecar = frame.resolveSibling(name.substring(0, name.length() - JPEG.length()) + ".json");
        if (!Files.isRegularFile(sidecar)) {
            return "";
        }
        return JSON.readTree(sidecar.toFile()).findPath("sha256").asText();
    }

    private List<Path> files(String ending) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String inside(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
