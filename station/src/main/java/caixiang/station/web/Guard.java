package caixiang.station.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the station's own pages and programs on this computer in, before anything else sees the request. Listening on
 * loopback is not enough: a page of any site, opened in the same browser, can send requests here (so Origin is checked),
 * and a site can let its own name point to 127.0.0.1 (so Host is checked; DNS rebinding).
 */
final class Guard implements Handler<HttpServerRequest> {
    private static final Pattern OWN =
            Pattern.compile("(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::(\\d{1,5}))?", Pattern.CASE_INSENSITIVE);

    /** RFC 9110 §4.2.1: what is meant when no port is named. */
    private static final String HTTP_PORT = "80";

    private static final String HTTP = "http://";

    private final Handler<HttpServerRequest> inside;

    Guard(Handler<HttpServerRequest> inside) {
        this.inside = inside;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (!isOwn(request.getHeader(HttpHeaders.HOST), request)) {
            refuse(request, "The Host header names another server.");
        } else if (origin != null && !(origin.startsWith(HTTP) && isOwn(origin.substring(HTTP.length()), request))) {
            refuse(request, "The Origin header names another page.");
        } else {
            inside.handle(request);
        }
    }

    private static void refuse(HttpServerRequest request, String why) {
        Problems.write(Problem.of(ProblemCode.FOREIGN_ORIGIN, why), request.response());
    }

    private static boolean isOwn(@Nullable String authority, HttpServerRequest request) {
        if (authority == null) {
            return false;
        }
        Matcher named = OWN.matcher(authority);
        if (!named.matches()) {
            return false;
        }
        String port = named.group(1) == null ? HTTP_PORT : named.group(1);
        return Integer.parseInt(port) == request.localAddress().port();
    }
}
