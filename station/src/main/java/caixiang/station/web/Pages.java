package caixiang.station.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The console's pages and the JavaScript modules they import. The page itself is a template: browsers take an import map
 * only inline, so it is put in here and allowed by its hash.
 */
final class Pages {
    private static final String TEMPLATE = "/console/index.html";
    private static final String PLACEHOLDER = "<!-- importmap -->";

    private final Buffer index;
    private final String contentSecurityPolicy;

    private Pages(Buffer index, String contentSecurityPolicy) {
        this.index = index;
        this.contentSecurityPolicy = contentSecurityPolicy;
    }

    /** Reads template and import maps from the program. Blocks; meant for the start. */
    static Pages load() throws IOException {
        String template = readTemplate();
        if (!template.contains(PLACEHOLDER)) {
            throw new IOException("the program is incomplete: " + TEMPLATE + " has no " + PLACEHOLDER);
        }
        String map = ImportMap.merged();
        String page = template.replace(PLACEHOLDER, "<script type=\"importmap\">" + map + "</script>");
        return new Pages(Buffer.buffer(page), policyAllowing(map));
    }

    void mount(Router router) {
        router.get("/").handler(this::sendIndex);
        router.get("/index.html").handler(this::sendIndex);
        // The version is part of the address, so a changed module has another address.
        router.route("/_static/*").handler(cacheControl("public, max-age=31536000, immutable"));
        router.route("/_static/*").handler(StaticHandler.create("META-INF/resources/_static"));
        router.route("/console/*").handler(cacheControl("no-cache"));
        router.route("/console/*").handler(StaticHandler.create("console"));
    }

    /** What a browser may load for these pages: their own files, and the one inline script. */
    String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    private void sendIndex(RoutingContext request) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(index);
    }

    private static Handler<RoutingContext> cacheControl(String value) {
        return request -> {
            request.response().putHeader(HttpHeaders.CACHE_CONTROL, value);
            request.next();
        };
    }

    private static String readTemplate() throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IOException("the program is incomplete: " + TEMPLATE + " is missing; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String policyAllowing(String inlineScript) {
        return "default-src 'none'; script-src 'self' 'sha256-" + sha256(inlineScript) + "'; style-src 'self'; "
                + "img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
