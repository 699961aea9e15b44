package caixiang.station.web;

import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.ScreenPicture;
import caixiang.layouts.picture.ScreenPictures;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames made small for the screens: reduced on the sheet threads, the last few kept in memory. A frame that several
 * consoles ask for at once is reduced once. Confined to the event loop.
 */
final class ScreenCache {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenCache.class);
    private static final int LONG_EDGE_PIXELS = 1600;

    /** About 0.4 MB each. */
    private static final int KEPT = 48;

    private final Context loop;
    private final Executor sheetThreads;
    private final Map<String, Future<Buffer>> pictures = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Future<Buffer>> eldest) {
            return size() > KEPT;
        }
    };

    ScreenCache(Context loop, Executor sheetThreads) {
        this.loop = loop;
        this.sheetThreads = sheetThreads;
    }

    /** The frame's bytes never change, so its id names the result. */
    Future<Buffer> of(String frameId, Path file) {
        Future<Buffer> known = pictures.get(frameId);
        if (known != null) {
            return known;
        }
        Future<Buffer> made = reduce(file);
        pictures.put(frameId, made);
        return made.onFailure(failure -> pictures.remove(frameId, made));
    }

    private Future<Buffer> reduce(Path file) {
        var picture = new CompletableFuture<Buffer>();
        try {
            sheetThreads.execute(() -> {
                try {
                    ScreenPicture small = ScreenPictures.reduce(file, LONG_EDGE_PIXELS);
                    picture.complete(Buffer.buffer(small.jpeg().toByteArray()));
                } catch (PictureException e) {
                    LOG.warn("no picture for the screen: {}", e.getMessage());
                    picture.completeExceptionally(new Refusal(
                            Problem.of(ProblemCode.STORE_FAILED, "The archive cannot give this picture now.")));
                } catch (RuntimeException e) {
                    picture.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            picture.completeExceptionally(new Refusal(ProblemCode.OVERLOADED));
        }
        return Future.fromCompletionStage(picture, loop);
    }
}
