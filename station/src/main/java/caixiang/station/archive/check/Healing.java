package caixiang.station.archive.check;

import caixiang.station.archive.FileHash;
import caixiang.station.archive.Repair;
import caixiang.station.archive.check.Finding.Copy;
import caixiang.station.archive.check.Finding.Fault;
import caixiang.station.archive.check.Finding.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts good copies in the place of bad ones, if it is to, and tells what became of each. Used by several threads. */
final class Healing {
    private static final Logger log = LoggerFactory.getLogger(Healing.class);

    private final Pair pair;
    private final boolean heals;
    private final Consumer<Finding> findings;
    private final Repair repair = new Repair();

    Healing(Pair pair, boolean heals, Consumer<Finding> findings) {
        this.pair = pair;
        this.heals = heals;
        this.findings = findings;
    }

    /** A frame or RAW that is bad in one copy. */
    void original(String file, String sha256, Copy bad, Fault fault, boolean isOtherGood) {
        if (!isOtherGood) {
            findings.accept(new Finding(bad, file, fault, Outcome.LOST));
            return;
        }
        findings.accept(new Finding(bad, file, fault, heal(file, other(bad), sha256)));
    }

    /** A sidecar or note that is bad in the copy that is not {@code good}. */
    void text(String file, Copy good, Fault fault) {
        if (pair.second().isEmpty()) {
            findings.accept(new Finding(Copy.FIRST, file, fault, Outcome.LOST));
            return;
        }
        Outcome outcome;
        try {
            outcome = heal(file, good, FileHash.of(path(good, file)));
        } catch (IOException e) {
            outcome = Outcome.HEALABLE;
        }
        findings.accept(new Finding(other(good), file, fault, outcome));
    }

    private Outcome heal(String file, Copy good, String sha256) {
        if (!heals) {
            return Outcome.HEALABLE;
        }
        try {
            repair.putBack(path(good, file), path(other(good), file), sha256);
            return Outcome.HEALED;
        } catch (IOException e) {
            log.error("{} could not be healed: {}", file, e.toString());
            return Outcome.HEALABLE;
        }
    }

    private Path path(Copy copy, String file) {
        Contents contents = copy == Copy.FIRST ? pair.first() : pair.second().orElseThrow();
        return contents.paths().resolve(file);
    }

    private static Copy other(Copy copy) {
        return copy == Copy.FIRST ? Copy.SECOND : Copy.FIRST;
    }
}
