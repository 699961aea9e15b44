package caixiang.station.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Status;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Printers that answer wrongly, too much, too late or not at all. */
@Timeout(20)
class IppConnectionIT {
    private static final IppConnection.Limits SHORT =
            new IppConnection.Limits(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofSeconds(2), 10_000);

    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        threads.shutdown();
    }

    @Test
    void aWebPageIsNoPrinter() {
        answer(exchange -> send(exchange, 200, "<html>It works!</html>".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(PrinterFault.GARBLED, fault());
    }

    @Test
    void theAnswerToAnotherRequestIsNotTaken() {
        answer(exchange -> send(exchange, 200, okTo(4711)));
        assertEquals(PrinterFault.GARBLED, fault());
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        answer(exchange -> send(exchange, 200, new byte[10_001]));
        assertEquals(PrinterFault.ANSWER_LOST, fault());
    }

    @Test
    void aPrinterThatSaysNothingIsGivenUpInTime() {
        answer(exchange -> awaitRelease());
        assertEquals(PrinterFault.ANSWER_LOST, fault());
    }

    @Test
    void anAnswerThatStopsHalfWayIsGivenUpInTime() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            awaitRelease();
        });
        assertEquals(PrinterFault.ANSWER_LOST, fault());
    }

    @Test
    void refusalsOfTheWebServerAreToldApart() {
        answer(exchange ->
                send(exchange, Integer.parseInt(exchange.getRequestURI().getQuery()), new byte[0]));
        assertEquals(PrinterFault.UNAUTHORIZED, fault("?401"));
        assertEquals(PrinterFault.UNAUTHORIZED, fault("?403"));
        assertEquals(PrinterFault.REFUSED, fault("?404"));
        assertEquals(PrinterFault.BUSY, fault("?503"));
        assertEquals(PrinterFault.REFUSED, fault("?302"));
    }

    private void answer(HttpHandler handler) {
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                handler.handle(exchange);
            }
        });
    }

    private PrinterFault fault() {
        return fault("");
    }

    private PrinterFault fault(String query) {
        URI uri = URI.create("ipp://127.0.0.1:" + server.getAddress().getPort() + "/ipp/print" + query);
        IppPacket.Builder request = IppPacket.getPrinterAttributes(uri);
        request.setRequestId(1);
        IppConnection connection = new IppConnection(uri, Optional.empty(), SHORT);
        return assertThrows(PrinterException.class, () -> connection.exchange(request.build(), Optional.empty()))
                .fault();
    }

    private static byte[] okTo(int requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new IppOutputStream(bytes).write(new IppPacket.Builder(Status.successfulOk, 0x200, requestId).build());
        return bytes.toByteArray();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().close();
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
