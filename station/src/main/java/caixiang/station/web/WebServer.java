package caixiang.station.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The station's HTTP server. Start and stop may be called from any thread; requests are answered on one event loop. It listens on 127.0.0.1 and has no setting for another address: there is no sign-in yet.
 */
public final class WebServer {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int IDLE_SECONDS = 75;
    private static final int HEADERS_BYTES_MAX = 16 * 1024;
    private static final int BODY_BYTES_MAX = 64 * 1024;
    private static final int ROSTER_BYTES_MAX = 20 * 1024 * 1024;
    private static final int EVENT_BYTES_MAX = 4 * 1024;
    private static final long DRAIN_SECONDS = 2;

    private final Vertx vertx;
    private final Context loop;
    private final Events events;
    private final Pages pages;
    private final Api api;
    private final HttpServer server;

    /**
     * Reads pages and contract from the program. Blocks; meant for the start.
     *
     * @throws IOException when the program is incomplete
     */
    public WebServer(Vertx vertx, Events events, Rooms rooms, Clock clock, int port) throws IOException {
        this.vertx = vertx;
        this.loop = events.home();
        this.events = events;
        this.pages = Pages.load();
        this.api = new Api(vertx, loop, Contract.read(), rooms, clock);
        this.server = vertx.createHttpServer(new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(port)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                // One protocol, one way to name the host: HTTP/2 has no Host header to check.
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(HEADERS_BYTES_MAX)
                .setMaxWebSocketFrameSize(EVENT_BYTES_MAX)
                .setMaxWebSocketMessageSize(EVENT_BYTES_MAX));
    }

    /** The port once the server listens. */
    public Future<Integer> start() {
        return onLoop(() -> api.router()
                .compose(routes -> server.requestHandler(new Guard(router(routes)))
                        .invalidRequestHandler(Problems::answerInvalid)
                        .listen())
                .map(listening -> {
                    events.start();
                    return listening.actualPort();
                }));
    }

    /** Takes no more requests, gives those under way a moment, closes. */
    public Future<Void> stop() {
        return onLoop(() -> {
            events.stop();
            return server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS);
        });
    }

    private Router router(Router routes) {
        Router router = Router.router(vertx);
        router.route().handler(this::secure);
        // Before any body handler: an upgrade must be answered before the request is read.
        router.get("/api/events").handler(events::connect);
        router.route("/api/*").handler(WebServer::keepOutOfCaches);
        router.post("/api/roster").handler(BodyHandler.create(false).setBodyLimit(ROSTER_BYTES_MAX));
        router.post("/api/pictures").handler(new PictureApi.Gate());
        router.post("/api/pictures").handler(BodyHandler.create(false).setBodyLimit(PictureApi.BYTES_MAX));
        router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
        router.route("/api/*").subRouter(routes);
        router.route("/api/*").handler(context -> context.fail(new Refusal(ProblemCode.NOT_FOUND)));
        pages.mount(router);
        router.route().failureHandler(Problems::answer);
        List.of(404, 405).forEach(status -> router.errorHandler(status, Problems::answer));
        return router;
    }

    private void secure(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", pages.contentSecurityPolicy())
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        context.next();
    }

    private static void keepOutOfCaches(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        context.next();
    }

    private <T> Future<T> onLoop(Supplier<Future<T>> step) {
        Promise<T> promise = Promise.promise();
        loop.runOnContext(now -> {
            try {
                step.get().onComplete(promise);
            } catch (RuntimeException e) {
                promise.fail(e);
            }
        });
        return promise.future();
    }
}
