package caixiang.station.pictures;

import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.SelfTaken;
import caixiang.station.camera.Spool;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.capture.Capture;
import caixiang.station.pictures.PersonSearch.Found;
import caixiang.station.pictures.PictureOutcome.Result;
import caixiang.station.site.Queue;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.SittingRow;
import caixiang.station.store.Sittings;
import caixiang.station.store.StateListener;
import caixiang.station.store.StoreException;
import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Takes self-taken pictures in, each as a frame of the tray: whom it shows, somebody decides who looks at it. The name of a
 * file only finds the person and is forgotten. May be used from any thread.
 */
@CheckReturnValue
public final class PictureRoom {
    /** Names that can be asked for at once. */
    public static final int NAMES_MAX = 500;

    private final Records records;
    private final Queue queue;
    private final Capture capture;
    private final Workplace workplace;
    private final StateListener listener;

    public PictureRoom(Records records, Queue queue, Capture capture, Workplace workplace, StateListener listener) {
        this.records = records;
        this.queue = queue;
        this.capture = capture;
        this.workplace = workplace;
        this.listener = listener;
    }

    /** Where people and frames are looked up. */
    public record Records(Database database, IdentityVault vault, Session session, Ids ids) {}

    /**
     * Where files are checked and written.
     *
     * @param spool its own folder, where no camera's program tidies up
     * @param threads refuses when too much waits
     */
    public record Workplace(Path spool, Executor threads) {}

    /** What a file is, before anybody is asked whose. */
    private record Sent(JpegBytes jpeg, String sha256, CardObject object) {}

    /** Whom it was named for, and under which shooting number. */
    private record Named(Naming naming, OptionalInt number) {}

    /**
     * Takes one picture. The same bytes again have no further effect. Fails with {@link PictureRefusedException} when the file
     * is no whole JPEG, with {@link IOException} when the disk refuses it; nothing is kept then.
     *
     * @param file its name, with or without folders
     * @param bytes of the file; not changed by anybody any more
     * @param by who sends it, for the journal
     */
    public CompletionStage<PictureOutcome> take(String file, byte[] bytes, String by) {
        return onThread(() -> checked(bytes))
                .thenCompose(sent -> frameOf(sent)
                        .thenCompose(known -> known.isPresent()
                                ? CompletableFuture.completedStage(new PictureOutcome(
                                        Result.ALREADY_THERE, Naming.KNOWN, known, OptionalInt.empty()))
                                : file(file, sent, by)));
    }

    /**
     * Whom files of these names would be taken for, in the same order. Takes nothing in, gives no number and keeps no name.
     *
     * @param files at most {@link #NAMES_MAX}
     */
    public CompletionStage<List<NamedPerson>> find(List<String> files) {
        return records.database().read(handle -> {
            List<NamedPerson> found = new ArrayList<>();
            PersonSearch search =
                    new PersonSearch(handle, records.vault(), records.session().id());
            for (String file : files) {
                found.add(person(handle, search.find(file)));
            }
            return found;
        });
    }

    private NamedPerson person(Handle handle, Found found) {
        Sittings sittings = new Sittings(handle, records.session().id());
        Optional<SittingRow> held = found.person().flatMap(person -> sittings.ofPerson(person.personId()));
        OptionalInt number = held.isPresent() ? OptionalInt.of(held.get().number()) : OptionalInt.empty();
        return new NamedPerson(found.naming(), found.person(), number);
    }

    private static Sent checked(byte[] bytes) throws PictureRefusedException {
        JpegBytes jpeg = JpegBytes.of(bytes);
        try {
            jpeg.requireWhole();
        } catch (PictureException e) {
            throw new PictureRefusedException("The file " + e.getMessage() + ".");
        }
        String sha256 = sha256(bytes);
        return new Sent(jpeg, sha256, SelfTaken.object(sha256, bytes.length));
    }

    private CompletionStage<PictureOutcome> file(String file, Sent sent, String by) {
        return queue.commit((handle, journal) -> name(handle, entry -> journal.accept(entry.by(by)), file, sent))
                .thenCompose(named -> onThread(() -> spool(sent, named.number()))
                        .thenCompose(capture::sent)
                        .thenCompose(done -> frameOf(sent))
                        .thenApply(frame -> new PictureOutcome(
                                frame.isPresent() ? Result.TAKEN : Result.WAITING,
                                named.naming(),
                                frame,
                                named.number())))
                .whenComplete((outcome, failure) -> listener.stateChanged());
    }

    /** Finds the person and gives a number to one who has none. It never waits: nobody is to be photographed. */
    private Named name(Handle handle, Consumer<JournalEntry> journal, String file, Sent sent) throws StoreException {
        Instant now = queue.clock().instant();
        String session = records.session().id();
        Found found = new PersonSearch(handle, records.vault(), session).find(file);
        OptionalInt number = OptionalInt.empty();
        if (found.person().isPresent()) {
            String person = found.person().get().personId();
            Sittings sittings = new Sittings(handle, session);
            Optional<SittingRow> held = sittings.ofPerson(person);
            if (held.isPresent()) {
                number = OptionalInt.of(held.get().number());
            } else {
                number = OptionalInt.of(new Sessions(handle).nextNumber(session));
                sittings.insertDone(number.getAsInt(), person, SelfTaken.CAMERA.serial() + "-" + person, now);
                journal.accept(JournalEntry.of(now, session, "checked-in")
                        .number(number)
                        .with("source", SelfTaken.CAMERA.serial()));
            }
        }
        journal.accept(JournalEntry.of(now, session, "picture-sent")
                .number(number)
                .with("named", found.naming().code())
                .with("sha256", sent.sha256()));
        return new Named(found.naming(), number);
    }

    private SpooledFrame spool(Sent sent, OptionalInt number) throws IOException {
        Spool spool = new Spool(workplace.spool());
        String id = records.ids().next();
        Path part = spool.part(id);
        try {
            try (OutputStream out =
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                sent.jpeg().writeTo(out);
            }
            Instant now = records.database().clock().instant();
            var frame = new SpooledFrame(
                    spool.picture(id),
                    spool.note(id),
                    sent.sha256(),
                    sent.object(),
                    SelfTaken.CAMERA,
                    Optional.empty(),
                    now,
                    now,
                    number);
            spool.keep(id, frame);
            return frame;
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    private CompletionStage<Optional<String>> frameOf(Sent sent) {
        return records.database()
                .read(handle -> new Frames(handle)
                        .ofObject(SelfTaken.CAMERA.serial(), sent.object()).stream()
                                .filter(frame -> frame.sha256().equals(sent.sha256()))
                                .map(frame -> frame.frameId())
                                .findFirst());
    }

    private interface Step<T> {
        T run() throws Exception;
    }

    /** A refusal of the threads reaches the caller as it is. */
    private <T> CompletionStage<T> onThread(Step<T> step) {
        var done = new CompletableFuture<T>();
        workplace.threads().execute(() -> {
            try {
                done.complete(step.run());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
