package caixiang.station.archive.check;

import caixiang.station.archive.ArchiveScan.Found;
import caixiang.station.archive.FileHash;
import caixiang.station.archive.NoteFile;
import caixiang.station.archive.check.Finding.Copy;
import caixiang.station.archive.check.Finding.Fault;
import caixiang.station.archive.check.Finding.Outcome;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes, portraits and sheets: no frame depends on them, but they are to lie in both copies too. */
final class BesideCheck {
    private final Pair pair;
    private final Judge judge;
    private final Healing healing;
    private final Consumer<Finding> findings;

    BesideCheck(Pair pair, Judge judge, boolean heals, Consumer<Finding> findings) {
        this.pair = pair;
        this.judge = judge;
        this.healing = new Healing(pair, heals, findings);
        this.findings = findings;
    }

    void check(String file) {
        if (pair.second().isEmpty() || pair.isUnderWay(file, Contents::beside)) {
            return;
        }
        Found ours = pair.first().beside().get(file);
        Found theirs = pair.second().get().beside().get(file);
        if (ours == null && pair.isLeftBehind(file)) {
            findings.accept(new Finding(Copy.SECOND, file, Fault.LEFT_BEHIND, Outcome.NOTED));
            return;
        }
        if (ours == null || theirs == null) {
            healing.text(file, ours == null ? Copy.SECOND : Copy.FIRST, Fault.MISSING);
            return;
        }
        Optional<String> first = hash(pair.first(), ours);
        Optional<String> second = hash(pair.second().get(), theirs);
        if (first.isPresent() && first.equals(second)) {
            return;
        }
        Optional<Copy> good = good(file, first.orElse(null), second.orElse(null));
        if (good.isPresent()) {
            healing.text(file, good.get(), Fault.WRONG_HASH);
        } else {
            findings.accept(new Finding(Copy.SECOND, file, Fault.DIFFERS, Outcome.NOTED));
        }
    }

    /** Which of two that differ is right: a portrait's note says it; of notes, the one that can be read. */
    private Optional<Copy> good(String file, @Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null && second == null
                    ? Optional.empty()
                    : Optional.of(first == null ? Copy.SECOND : Copy.FIRST);
        }
        if (NoteFile.isNote(file)) {
            // The station writes the first one first.
            return Optional.of(note(pair.first(), file).isPresent() ? Copy.FIRST : Copy.SECOND);
        }
        String noteFile = file.replaceFirst("\\.[a-z]+$", ".json");
        Optional<String> named = note(pair.first(), noteFile)
                .map(note -> note.row().path("sha256").asText());
        if (named.filter(first::equals).isPresent()) {
            return Optional.of(Copy.FIRST);
        }
        return named.filter(second::equals).isPresent() ? Optional.of(Copy.SECOND) : Optional.empty();
    }

    private static Optional<NoteFile> note(Contents contents, String file) {
        try {
            return Optional.of(NoteFile.read(contents.paths().resolve(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<String> hash(Contents contents, Found found) {
        try {
            String hash = FileHash.of(contents.paths().resolve(found.file()));
            judge.read(found.bytes());
            return Optional.of(hash);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
