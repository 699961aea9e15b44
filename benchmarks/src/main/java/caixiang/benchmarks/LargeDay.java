package caixiang.benchmarks;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.FileHash;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.Sidecar;
import caixiang.station.store.CutPortraits;
import caixiang.station.store.Database;
import caixiang.station.store.DueNotes;
import caixiang.station.store.Frames;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.NotedRows;
import caixiang.station.store.People;
import caixiang.station.store.PersonRow;
import caixiang.station.store.PortraitRow;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Sittings;
import caixiang.station.store.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The data folder of a day with many people, two frames each. Written without syncing, and with frames of a few bytes:
 * what is measured on it reads names, sidecars, notes and rows, not pictures.
 */
final class LargeDay {
    private static final int FRAME_BYTES = 64;
    private static final int BATCH = 500;

    private final Path data;
    private final Path key;
    private final int people;
    private final SampleFrames samples = new SampleFrames();
    private final byte[] picture = SampleFrames.picture(FRAME_BYTES, 3);

    LargeDay(Path data, Path key, int people) {
        this.data = data;
        this.key = key;
        this.people = people;
    }

    Path archive() {
        return data.resolve("archive");
    }

    void make() throws Exception {
        new FrameArchive(archive(), Optional.empty()).open();
        Path sample = Files.write(data.resolve("sample.jpg"), picture);
        String sha256 = FileHash.of(sample);
        Files.delete(sample);
        try (Database database = Database.open(data.resolve("db/caixiang.sqlite"), Clock.systemUTC())) {
            IdentityVault vault = IdentityKey.open(key, database);
            Waiting.forResult(database.write(handle ->
                    new Sessions(handle).open(new Session(SampleFrames.SESSION, SampleFrames.SESSION), Instant.now())));
            for (int from = 1; from <= people; from += BATCH) {
                int first = from;
                Waiting.forResult(database.write(handle -> {
                    for (int number = first; number < Math.min(first + BATCH, people + 1); number++) {
                        sit(handle, number, sha256);
                    }
                    return true;
                }));
            }
            while (writeNotes(database, vault)) {
                Thread.onSpinWait();
            }
        }
    }

    private void sit(Handle handle, int number, String sha256) throws Exception {
        Instant now = Instant.now();
        String person = samples.ids().next();
        String student = String.format(Locale.ROOT, "2026%05d", number);
        new People(handle)
                .save(
                        SampleFrames.SESSION,
                        new PersonRow(person, student, "样" + number, "示例学院", "一班", Optional.empty()),
                        Optional.empty());
        new Sessions(handle).nextNumber(SampleFrames.SESSION);
        new Sittings(handle, SampleFrames.SESSION).insertWaiting(number, person, "request-" + number, now);
        handle.execute(
                "UPDATE sitting SET status = 'done', called_at = ?, ended_at = ? WHERE number = ?",
                now.toEpochMilli(),
                now.toEpochMilli(),
                number);
        for (int i = 0; i < 2; i++) {
            photograph(handle, number, sha256);
        }
    }

    private void photograph(Handle handle, int number, String sha256) throws Exception {
        String shot = samples.ids().next();
        long now = System.currentTimeMillis();
        handle.execute(
                "INSERT INTO shot (shot_id, session_id, request_id, number, source, camera_serial, state, requested_at,"
                        + " changed_at) VALUES (?, ?, ?, ?, 'button', 'SN-1', 'filed', ?, ?)",
                shot,
                SampleFrames.SESSION,
                shot,
                number,
                now,
                now);
        Frame frame = samples.of(number, Optional.of(shot), sha256, FRAME_BYTES);
        Path file = archive().resolve(frame.file());
        Files.createDirectories(file.getParent());
        Files.write(file, picture);
        Files.write(archive().resolve(ArchivePaths.sidecarFile(frame)), Sidecar.encode(frame));
        new Frames(handle).insert(frame);
        String portrait = ArchivePaths.portraitFile(frame);
        Files.write(archive().resolve(portrait), picture);
        CutPortraits portraits = new CutPortraits(handle);
        portraits.insert(PortraitRow.of(
                frame.frameId(),
                new PortraitRow.Cut(portrait, sha256, new PortraitRow.Crop(0, 0, 10, 14)),
                Instant.ofEpochMilli(now)));
        portraits.sheetsPlanned(frame.frameId());
    }

    private boolean writeNotes(Database database, IdentityVault vault) throws Exception {
        return Waiting.forResult(database.write(handle -> {
            List<DueNotes.Row> due = new DueNotes(handle).next(5_000);
            NotedRows rows = new NotedRows(handle);
            for (DueNotes.Row row : due) {
                Path file = archive().resolve(row.file());
                Files.createDirectories(file.getParent());
                Files.write(file, rows.note(row, vault).orElseThrow().encode());
                new DueNotes(handle).written(row);
            }
            return !due.isEmpty();
        }));
    }
}
