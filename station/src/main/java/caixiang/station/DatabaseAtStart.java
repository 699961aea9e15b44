package caixiang.station;

import caixiang.station.archive.ArchiveException;
import caixiang.station.archive.ArchiveScan;
import caixiang.station.archive.Reassignment;
import caixiang.station.config.Settings;
import caixiang.station.rebuild.Rebuild;
import caixiang.station.rebuild.RebuildReport;
import caixiang.station.store.DatabaseFile;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees before it is opened that the database is sound. A damaged one is put aside and never written again; a missing one
 * is made from the archive, if that holds anything.
 */
final class DatabaseAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);

    private DatabaseAtStart() {}

    /** @throws StoreException with one sentence that says what to do, when somebody has to decide */
    static void prepare(Settings settings, Clock clock) throws StoreException {
        Path file = settings.data().database();
        Optional<String> damage = DatabaseFile.damage(file);
        try {
            if (damage.isPresent()) {
                Path aside = DatabaseFile.putAside(file, clock.instant());
                LOG.error("the database is damaged: {}", damage.get());
                throw failed("数据库已损坏，已移到 the database is damaged and was put aside in " + aside
                        + "; 用档案重建 make it again from the archive: ./caixiang archive rebuild --data "
                        + settings.data().root());
            }
            if (!Files.exists(file) && ArchiveScan.holdsFrames(settings.data().archive())) {
                // Its rows are made from where the frames lie then; the second copies follow when they are compared.
                new Reassignment(settings.data().archive(), Optional.empty()).finishAll();
                rebuild(settings, file, clock);
            }
        } catch (IOException | ArchiveException e) {
            throw new StoreException(
                    StoreException.Fault.FAILED,
                    "the archive or database cannot be read: "
                            + StartException.of(e).getMessage(),
                    e);
        }
    }

    private static void rebuild(Settings settings, Path file, Clock clock) throws IOException, StoreException {
        LOG.warn("there is an archive but no database; it is made again from the archive");
        Optional<IdentityVault> vault = IdentityKey.existing(settings.identity().key());
        RebuildReport report = new Rebuild(settings.data().archive(), vault, clock).into(file);
        report.lines().forEach(LOG::warn);
        if (report.namesUnknown() > 0) {
            // To go on without the names is for a person to decide, by giving the command.
            Files.delete(file);
            throw failed("数据库缺失，身份密钥也不对 the database is missing, and the identity key "
                    + settings.identity().key() + " is not the one that " + report.namesUnknown()
                    + " names were sealed with; put it back and start again, or go on without names:"
                    + " ./caixiang archive rebuild --data " + settings.data().root());
        }
    }

    private static StoreException failed(String what) {
        return new StoreException(StoreException.Fault.FAILED, what);
    }
}
