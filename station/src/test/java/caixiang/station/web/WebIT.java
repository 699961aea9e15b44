package caixiang.station.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.station.store.Database;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebIT {
    @TempDir
    Path folder;

    @Test
    void boots() throws Exception {
        Vertx vertx = Vertx.vertx();
        WebServer server = new WebServer(vertx, 0, new Rooms(null, null, folder));
        int port = server.start().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        HttpClient client = HttpClient.newHttpClient();
        for (String path : new String[]{"/", "/index.html", "/nothing", "/api/nothing", "/api/state", "/api/sittings/x", "/_static/lit/3.3.3/index.js", "/api/events", "/api/queue/next"}) {
            var r = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(), BodyHandlers.ofString());
            System.out.println(path + " " + r.statusCode() + " " + r.headers().map() + "\n" + r.body().substring(0, Math.min(900, r.body().length())));
        }
        for (String body : new String[]{"", "{", "{}", "{\"credential\":1,\"requestId\":\"x\"}", "{\"credential\":\"1\",\"requestId\":\"abc de fghd1\"}"}) {
            var r = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/check-ins")).header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            System.out.println(body + " " + r.statusCode() + " " + r.body());
        }
        vertx.close();
    }
}
