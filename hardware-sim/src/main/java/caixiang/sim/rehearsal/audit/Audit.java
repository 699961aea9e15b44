package caixiang.sim.rehearsal.audit;

import caixiang.sim.rehearsal.audit.Finding.Kind;
import caixiang.sim.rehearsal.verdict.Evidence.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares truth and record, frame by frame. Pure: everything it needs is in the books. */
public final class Audit {
    private final Books books;
    private final Map<String, Exposure> shot = new HashMap<>();
    private final Map<String, List<FoundFrame>> files;
    private final Map<String, List<Row>> rows;
    private final Map<String, FoundFrame> filesByPath = new HashMap<>();
    private final Set<String> pathsKnown = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private Audit(Books books) {
        this.books = books;
        books.exposures().forEach(exposure -> shot.put(exposure.sha256(), exposure));
        files = grouped(books.files(), FoundFrame::sha256);
        rows = grouped(books.rows(), Row::sha256);
        books.files().forEach(file -> filesByPath.put(file.path(), file));
        books.rows().forEach(row -> pathsKnown.add(row.file()));
    }

    /** Everything that is wrong; empty when nothing is lost, doubled, swapped or unaccounted for. */
    public static List<Finding> of(Books books) {
        Audit audit = new Audit(books);
        books.exposures().forEach(audit::checkExposure);
        books.files().forEach(audit::checkFile);
        books.rows().forEach(audit::checkRow);
        audit.findings.addAll(PaperAudit.of(books));
        return List.copyOf(audit.findings);
    }

    private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> digest) {
        return all.stream().collect(Collectors.groupingBy(digest));
    }

    private void checkExposure(Exposure exposure) {
        int onDisk = files.getOrDefault(exposure.sha256(), List.of()).size();
        int inDatabase = rows.getOrDefault(exposure.sha256(), List.of()).size();
        String name = name(exposure);
        if (onDisk == 0) {
            found(Kind.LOST, name + " is not in the archive");
        } else if (onDisk > 1) {
            found(Kind.DOUBLED, "%s lies in the archive %d times".formatted(name, onDisk));
        }
        if (inDatabase == 0) {
            found(Kind.LOST, name + " is unknown to the database");
        } else if (inDatabase > 1) {
            found(Kind.DOUBLED, "%s is in the database %d times".formatted(name, inDatabase));
        }
    }

    private void checkFile(FoundFrame file) {
        Exposure exposure = shot.get(file.sha256());
        if (exposure == null && books.isTruthKnown()) {
            found(Kind.FOREIGN, file.path() + " is no picture that a camera took");
        } else if (exposure != null) {
            String truth = exposure.sitter();
            if (file.code().pixels().isEmpty() && file.code().exif().isEmpty()) {
                found(Kind.UNACCOUNTED, file.path() + " does not show who sat");
            }
            differing(file.code().pixels(), truth)
                    .ifPresent(key -> found(Kind.SWAPPED, "%s shows %s, %s sat".formatted(file.path(), key, truth)));
            differing(file.code().exif(), truth)
                    .ifPresent(key ->
                            found(Kind.SWAPPED, "%s says %s in EXIF, %s sat".formatted(file.path(), key, truth)));
        }
        if (!file.sidecarDigest().equals(file.sha256())) {
            String what = file.sidecarDigest().isEmpty() ? " has no sidecar" : " is not what its sidecar says";
            found(Kind.UNACCOUNTED, file.path() + what);
        }
        if (!pathsKnown.contains(file.path())) {
            found(Kind.UNACCOUNTED, file.path() + " is unknown to the database");
        }
    }

    private static Optional<String> differing(Optional<Mark> mark, String truth) {
        // What cannot be read contradicts nobody: the bytes are the camera's own.
        return mark.map(Mark::key).filter(key -> !key.equals(truth));
    }

    private void checkRow(Row row) {
        Exposure exposure = shot.get(row.sha256());
        if (exposure == null && books.isTruthKnown()) {
            found(Kind.FOREIGN, "frame " + row.frameId() + " is no picture that a camera took");
        } else if (exposure != null
                && row.number().isPresent()
                && !row.student().equals(exposure.sitter())) {
            found(
                    Kind.SWAPPED,
                    "frame %s is filed under number %d of %s (%s), but %s sat"
                            .formatted(
                                    row.frameId(),
                                    row.number().getAsInt(),
                                    row.student(),
                                    row.reason(),
                                    exposure.sitter()));
        }
        Optional<FoundFrame> file = Optional.ofNullable(filesByPath.get(row.file()));
        if (file.isEmpty()) {
            found(Kind.LOST, row.file() + " is in the database but not on the disk");
        } else if (!file.get().sha256().equals(row.sha256())) {
            found(Kind.SWAPPED, row.file() + " holds another picture than the database says");
        }
        if (!books.journaled().contains(row.frameId())) {
            found(Kind.UNACCOUNTED, "the journal does not say that frame " + row.frameId() + " was filed");
        }
    }

    private static String name(Exposure exposure) {
        return "exposure %d of camera %d, of %s".formatted(exposure.nonce(), exposure.camera(), exposure.sitter());
    }

    private void found(Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }
}
