package caixiang.sim.printer;

import com.hp.jipp.model.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps received documents, whole or not at all, as {@code <jobId>-<job name>.<extension>}. */
final class DocumentFolder {
    static final long DOCUMENT_BYTES_MAX = 64L * 1024 * 1024;
    static final String PDF = "application/pdf";
    static final String JPEG = "image/jpeg";
    static final String PWG_RASTER = "image/pwg-raster";
    /** The printer looks at the first bytes itself. */
    static final String AUTO_SENSE = "application/octet-stream";

    static final Map<String, String> EXTENSIONS = Map.of(PDF, "pdf", JPEG, "jpg", PWG_RASTER, "pwg");

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int SENSED_BYTES = 8;
    private static final int NAME_CHARACTERS_MAX = 80;
    private static final int SAME_NAME_MAX = 1000;
    private static final Pattern KEPT_NAME = Pattern.compile("(\\d{1,9})-.*");

    private final Path folder;
    private final long documentBytesMax;

    DocumentFolder(Path folder, long documentBytesMax) {
        this.folder = folder;
        this.documentBytesMax = documentBytesMax;
    }

    /** Job numbers go on where an earlier run in this folder ended, so that no two sheets share a number. */
    int highestJobId() throws IOException {
        int highest = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher name = KEPT_NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    highest = Math.max(highest, Integer.parseInt(name.group(1)));
                }
            }
        }
        return highest;
    }

    /** Streams a document to disk; refuses one that is empty, too large or of an unknown format, and keeps nothing of it. */
    ReceivedDocument receive(int jobId, String jobName, String declaredFormat, InputStream in)
            throws IOException, IppRefusal {
        Path part = folder.resolve(".incoming-" + UUID.randomUUID() + ".part");
        try {
            MessageDigest digest = sha256();
            byte[] head = in.readNBytes(SENSED_BYTES);
            long bytes = store(part, head, in, digest);
            String format = declaredFormat.equals(AUTO_SENSE) ? sense(head) : declaredFormat;
            if (!looksLike(format, head)) {
                throw new IppRefusal(Status.clientErrorDocumentFormatError, "the document is not " + format);
            }
            Path file = keep(part, jobId + "-" + sanitise(jobName), "." + EXTENSIONS.get(format));
            return new ReceivedDocument(file, format, bytes, HexFormat.of().formatHex(digest.digest()));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long store(Path part, byte[] head, InputStream in, MessageDigest digest) throws IOException, IppRefusal {
        if (head.length == 0) {
            throw new IppRefusal(Status.clientErrorBadRequest, "the document is empty");
        }
        long total = head.length;
        digest.update(head);
        try (OutputStream out = Files.newOutputStream(part)) {
            out.write(head);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > documentBytesMax) {
                    throw new IppRefusal(
                            Status.clientErrorRequestEntityTooLarge,
                            "documents may have " + documentBytesMax + " bytes at most");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return total;
    }

    private Path keep(Path part, String nameAsked, String extension) throws IOException {
        String name = nameAsked.endsWith(extension)
                ? nameAsked.substring(0, nameAsked.length() - extension.length())
                : nameAsked;
        for (int i = 1; i <= SAME_NAME_MAX; i++) {
            Path file = folder.resolve(i == 1 ? name + extension : name + "-" + i + extension);
            try {
                Files.createFile(file);
                return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (FileAlreadyExistsException taken) {
                // Another printer writes into the same folder; the next suffix is free.
            }
        }
        throw new IOException("no free name for " + name + " in " + folder);
    }

    /** ASCII only: with another locale the file system could not even name the file. */
    static String sanitise(String jobName) {
        String ascii = jobName.replaceAll("[^A-Za-z0-9._-]+", "_");
        String trimmed = ascii.length() > NAME_CHARACTERS_MAX ? ascii.substring(0, NAME_CHARACTERS_MAX) : ascii;
        return trimmed.isEmpty() ? "_" : trimmed;
    }

    static boolean looksLike(String format, byte[] head) {
        return switch (format) {
            case PDF -> startsWith(head, "%PDF-");
            case JPEG -> startsWith(head, "\u00FF\u00D8\u00FF");
            case PWG_RASTER -> startsWith(head, "RaS2");
            default -> false;
        };
    }

    private static String sense(byte[] head) throws IppRefusal {
        return EXTENSIONS.keySet().stream()
                .filter(format -> looksLike(format, head))
                .findAny()
                .orElseThrow(() -> new IppRefusal(
                        Status.clientErrorDocumentFormatNotSupported, "the first bytes are of no known format"));
    }

    private static boolean startsWith(byte[] head, String latin1) {
        byte[] magic = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
