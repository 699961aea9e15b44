package caixiang.station.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the station's own pages and programs on this computer in. Listening on loopback is not enough: a page of any
 * site, opened in the same browser, can send requests here (so Origin is checked), and a site can let its own name point
 * to 127.0.0.1 (so Host is checked; DNS rebinding).
 */
final class Guard {
    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]", "::1");
    private static final int HTTP_PORT = 80;
    private static final String HTTP = "http://";

    private Guard() {}

    static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isOwn(request.getHeader(HttpHeaders.HOST), request)) {
            context.fail(new Refusal(Problem.of(ProblemCode.FOREIGN_ORIGIN, "The Host header names another server.")));
            return;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !(origin.startsWith(HTTP) && isOwn(origin.substring(HTTP.length()), request))) {
            context.fail(new Refusal(Problem.of(ProblemCode.FOREIGN_ORIGIN, "The Origin header names another page.")));
            return;
        }
        context.next();
    }

    private static boolean isOwn(@Nullable String authority, HttpServerRequest request) {
        if (authority == null) {
            return false;
        }
        HostAndPort parsed = HostAndPort.parseAuthority(authority, HTTP_PORT);
        return parsed != null
                && OWN_NAMES.contains(parsed.host())
                && parsed.port() == request.localAddress().port();
    }
}
