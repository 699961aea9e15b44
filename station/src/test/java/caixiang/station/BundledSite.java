package caixiang.station;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.FileHash;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.FrameTimes;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.roster.IdNumber;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.People;
import caixiang.station.store.PersonRow;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Sittings;
import caixiang.station.store.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/** A place with a data folder and a key of its own, whose station has been stopped. */
final class BundledSite {
    private static final Clock CLOCK = Clock.systemUTC();

    final Path data;
    final Path settings;
    private final Path key;
    private final Ids ids = new Ids(CLOCK, new SecureRandom());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    BundledSite(Path folder) throws IOException {
        Files.createDirectories(folder);
        data = folder.resolve("data");
        key = folder.resolve("identity.key");
        settings = Files.writeString(
                folder.resolve("site.conf"), "data = \"" + data + "\"\nidentity.key = \"" + key + "\"\n");
    }

    /** People who have been photographed in a session, one frame each, numbers from 1. */
    List<Frame> photograph(String session, String... studentNumbers) throws Exception {
        List<Frame> frames = new ArrayList<>();
        try (Database database = Database.open(data.resolve("db/caixiang.sqlite"), CLOCK)) {
            IdentityVault vault = IdentityKey.open(key, database);
            FrameArchive archive = new FrameArchive(data.resolve("archive"), Optional.empty());
            archive.open();
            Waiting.forResult(
                    database.write(handle -> new Sessions(handle).open(new Session(session, session), Instant.now())));
            for (int i = 0; i < studentNumbers.length; i++) {
                int number = i + 1;
                String student = studentNumbers[i];
                Frame frame = file(archive, session, number);
                frames.add(frame);
                Waiting.forResult(database.write(handle -> record(handle, vault, student, number, frame)));
            }
        }
        return frames;
    }

    private Frame record(Handle handle, IdentityVault vault, String student, int number, Frame frame) {
        IdNumber idNumber = IdNumber.parse(SampleIds.of(student)).orElseThrow();
        String personId = ids.next();
        new People(handle)
                .save(
                        frame.sessionId(),
                        new PersonRow(
                                personId, student, "样" + student, "学院", "班", Optional.of(vault.encrypt(idNumber))),
                        Optional.of(vault.lookup(idNumber)));
        new Sessions(handle).raiseNumber(frame.sessionId(), number);
        new Sittings(handle, frame.sessionId()).insertWaiting(number, personId, "request-" + personId, Instant.now());
        new Frames(handle).insert(frame);
        return frame;
    }

    private Frame file(FrameArchive archive, String session, int number) throws Exception {
        byte[] picture = new byte[50_000];
        new Random().nextBytes(picture);
        Path spooled = Files.write(data.resolve("spooled.jpg"), picture);
        String id = ids.next();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Frame frame = new Frame(
                id,
                session,
                "A",
                OptionalInt.of(number),
                Optional.empty(),
                FrameReason.BODY_PRESS_CURRENT,
                List.of("order=1of1"),
                ArchivePaths.frameFile(session, OptionalInt.of(number), id),
                FileHash.of(spooled),
                picture.length,
                Optional.empty(),
                new CameraIdentity("6012345", "D750", "usb:001,004"),
                new CardObject("/store_00010001/DCIM/100ND750", "DSC_%04d.JPG".formatted(number), picture.length, now),
                new FrameTimes(Optional.empty(), now, now, now),
                List.of());
        archive.file(frame, spooled);
        return frame;
    }

    /** Runs a command line on this place's settings. */
    int run(String... words) {
        said.reset();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--settings", settings.toString()));
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Main(stream, stream, CLOCK).run(all);
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The number, name and identity number of everybody in a session, by student number. */
    List<String> people(String session) throws Exception {
        try (Database database = Database.open(data.resolve("db/caixiang.sqlite"), CLOCK)) {
            IdentityVault vault = IdentityKey.open(key, database);
            List<String> people = new ArrayList<>();
            for (PersonRow person : Waiting.forResult(database.read(handle -> everybody(handle, session)))) {
                int number = Waiting.forResult(database.read(handle -> new Sittings(handle, session)
                        .ofPerson(person.personId())
                        .orElseThrow()
                        .number()));
                String id = vault.decrypt(person.idEncrypted().orElseThrow()).reveal();
                people.add(person.studentNumber() + " " + number + " " + person.name() + " " + id);
            }
            return people;
        }
    }

    private static List<PersonRow> everybody(Handle handle, String session) {
        List<PersonRow> people = new ArrayList<>();
        List<String> students = handle.createQuery(
                        "SELECT student_number FROM person WHERE session_id = :session ORDER BY student_number")
                .bind("session", session)
                .mapTo(String.class)
                .list();
        students.forEach(student -> people.addAll(new People(handle).find(session, student, Optional.empty())));
        return people;
    }

    List<Frame> frames(String session) throws Exception {
        try (Database database = Database.open(data.resolve("db/caixiang.sqlite"), CLOCK)) {
            List<Frame> frames = new ArrayList<>();
            for (int number = 1; number < 10; number++) {
                int one = number;
                frames.addAll(Waiting.forResult(database.read(handle -> new Frames(handle).ofNumber(session, one))));
            }
            return frames;
        }
    }
}
