package caixiang.station.capture;

import caixiang.station.archive.Frame;
import caixiang.station.camera.PictureKind;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The RAW files on their way to their JPEGs. They wait in the spool, so a crash loses none; this only knows when to try
 * again: when a JPEG of that name was filed, and when the waiting is over. May be used from any thread.
 */
final class WaitingRaws {
    private static final Logger log = LoggerFactory.getLogger(WaitingRaws.class);
    private static final long RETRY_MILLIS = 2_000;

    private final Database database;
    private final Companions companions;
    private final ScheduledExecutorService timer;
    private final Announcements announcements;
    private final Consumer<SpooledFrame> fileAlone;
    private final Map<Path, Waiting> waiting = new HashMap<>();

    /** @param fileAlone takes a RAW whose JPEG did not come */
    WaitingRaws(
            Database database,
            Companions companions,
            ScheduledExecutorService timer,
            Announcements announcements,
            Consumer<SpooledFrame> fileAlone) {
        this.database = database;
        this.companions = companions;
        this.timer = timer;
        this.announcements = announcements;
        this.fileAlone = fileAlone;
    }

    private record Waiting(SpooledFrame raw, Instant since) {}

    /** A RAW lies whole in the spool. Completes when the first attempt to attach it is over. */
    CompletionStage<Void> take(SpooledFrame raw) {
        Waiting taken = new Waiting(raw, database.clock().instant());
        synchronized (this) {
            waiting.put(raw.file(), taken);
        }
        return attempt(taken);
    }

    /** A JPEG was filed; a RAW of that name may have waited for it. */
    void jpegFiled(Frame frame) {
        String stem = PictureKind.stem(frame.object().name());
        List<Waiting> matching = new ArrayList<>();
        synchronized (this) {
            waiting.values().stream()
                    .filter(each ->
                            each.raw.camera().serial().equals(frame.camera().serial()))
                    .filter(each -> PictureKind.stem(each.raw.object().name()).equals(stem))
                    .forEach(matching::add);
        }
        matching.forEach(each -> {
            var unused = attempt(each);
        });
    }

    private synchronized boolean isWaiting(Waiting each) {
        return each.equals(waiting.get(each.raw.file()));
    }

    private CompletionStage<Void> attempt(Waiting each) {
        return database.inOrder(transactions -> isWaiting(each)
                        ? Optional.of(companions.attach(transactions, each.raw, waited(each)))
                        : Optional.<Companions.Result>empty())
                .handle((result, failure) -> {
                    if (failure != null) {
                        log.warn("{} is not filed and waits in the spool: {}", each.raw.file(), failure.toString());
                        later(each, RETRY_MILLIS);
                    } else {
                        result.ifPresent(known -> ended(each, known));
                    }
                    return null;
                });
    }

    private void ended(Waiting each, Companions.Result result) {
        if (result instanceof Companions.Result.Waits) {
            later(
                    each,
                    Math.max(RETRY_MILLIS, Companions.WAIT.minus(waited(each)).toMillis()));
            return;
        }
        synchronized (this) {
            if (!waiting.remove(each.raw.file(), each)) {
                return;
            }
        }
        if (result instanceof Companions.Result.Alone) {
            log.warn(
                    "{} has no JPEG: set the body to JPEG or RAW+JPEG",
                    each.raw.object().name());
            fileAlone.accept(each.raw);
        } else {
            announcements.stateChanged();
        }
    }

    private Duration waited(Waiting each) {
        return Duration.between(each.since, database.clock().instant());
    }

    private void later(Waiting each, long millis) {
        try {
            var unused = timer.schedule(() -> again(each), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopping) {
            log.info("{} waits in the spool for the next start", each.raw.file().getFileName());
        }
    }

    private void again(Waiting each) {
        if (isWaiting(each)) {
            var unused = attempt(each);
        }
    }
}
