package caixiang.station;

import caixiang.station.archive.Adoption;
import caixiang.station.archive.ArchiveException;
import caixiang.station.archive.FrameArchive;
import caixiang.station.bundle.BundleException;
import caixiang.station.bundle.Conflict;
import caixiang.station.bundle.Export;
import caixiang.station.bundle.Import;
import caixiang.station.bundle.ImportPlan;
import caixiang.station.config.Settings;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code station archive export} and {@code import}: a session from one archive into another. */
final class BundleCommand {
    private static final int CONFLICTS = 3;
    private static final int PASSPHRASE_MIN = 12;
    private static final int PASSPHRASE_MAX = 1000;

    private final PrintStream out;
    private final Clock clock;

    BundleCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    int export(Settings settings, ArchiveArguments arguments) throws IOException, BundleException, StoreException {
        char[] passphrase = passphrase(arguments);
        Path bundle = Path.of(arguments.value("--out").orElseThrow()).toAbsolutePath();
        try (DataLock lock = DataLock.take(settings.data().root());
                Database database = Database.open(settings.data().database(), clock)) {
            IdentityVault vault = IdentityKey.open(settings.identity().key(), database);
            Export.Packed packed = new Export(
                            database,
                            vault,
                            settings.data().archive(),
                            settings.station().name())
                    .export(
                            arguments.value("--session").orElseThrow(),
                            new Ids(clock, new SecureRandom()).next(),
                            bundle,
                            passphrase);
            out.println("已导出 exported to " + bundle);
            out.println("  号码 numbers " + packed.numbers() + ", 照片 frames " + packed.frames() + ", 文件 files "
                    + packed.files() + ", " + (packed.bytes() >> 20) + " MiB");
            out.println("  包号 bundle " + packed.bundleId());
            return Main.FINE;
        }
    }

    int take(Settings settings, ArchiveArguments arguments)
            throws IOException, BundleException, StoreException, ArchiveException {
        char[] passphrase = passphrase(arguments);
        Path bundle = Path.of(arguments.value("--bundle").orElseThrow());
        if (!Files.isReadable(bundle)) {
            throw new IOException("the bundle " + bundle + " cannot be read; check the path");
        }
        try (DataLock lock = DataLock.take(settings.data().root());
                Database database = Database.open(settings.data().database(), clock)) {
            IdentityVault vault = IdentityKey.open(settings.identity().key(), database);
            var archive = new FrameArchive(
                    settings.data().archive(), settings.archive().secondCopy());
            archive.open();
            Path work = Files.createTempDirectory(settings.data().root(), "import-");
            try {
                var importing = new Import(database, vault, new Adoption(archive));
                ImportPlan plan = importing.plan(bundle, passphrase, work, arguments.value("--as"));
                show(plan);
                if (!plan.conflicts().isEmpty()) {
                    return CONFLICTS;
                }
                if (arguments.flags().contains("--check")) {
                    return Main.FINE;
                }
                ImportMark mark = ImportMark.set(settings.data().root(), bundle);
                importing.apply(plan, "archive import");
                mark.clear();
                out.println("已导入 taken in");
                return Main.FINE;
            } finally {
                delete(work);
            }
        }
    }

    private void show(ImportPlan plan) {
        out.println("场次 session " + plan.sessionId() + ", 来自工位 from station " + plan.station() + ", 包号 bundle "
                + plan.bundleId());
        out.println("  新增 new: 人员 people " + plan.freshOf("person") + ", 号码 numbers " + plan.freshOf("sitting")
                + ", 照片 frames " + plan.freshOf("frame") + "; 已有 here already " + plan.present());
        for (Conflict conflict : plan.conflicts()) {
            out.println("  冲突 conflict: " + conflict.what() + " " + conflict.which() + ": 本库 here " + conflict.here()
                    + "; 包内 there " + conflict.there());
        }
        if (!plan.conflicts().isEmpty()) {
            out.println("  未导入任何内容。若两地用了同一场次编号，请用 --as 新编号 导入"
                    + " nothing was taken in; if two places used the same session id, import with --as NEWID");
        }
    }

    private static char[] passphrase(ArchiveArguments arguments) throws IOException {
        Path file = Path.of(arguments.value("--passphrase-file").orElseThrow());
        if (!Files.isReadable(file)) {
            throw new IOException("the passphrase file " + file + " cannot be read; check the path");
        }
        String text = Files.size(file) > PASSPHRASE_MAX
                ? ""
                : Files.readString(file, StandardCharsets.UTF_8).strip();
        if (text.length() < PASSPHRASE_MIN) {
            throw new IOException("口令须有 " + PASSPHRASE_MIN + " 到 " + PASSPHRASE_MAX + " 个字符 the passphrase in " + file
                    + " must have " + PASSPHRASE_MIN + " to " + PASSPHRASE_MAX + " characters");
        }
        return text.toCharArray();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }
}
