package caixiang.sim.printer;

import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Operation;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** IPP over HTTP POST (RFC 8010 §4). Used by several HTTP threads. */
final class IppHandler implements HttpHandler {
    static final String IPP = "application/ipp";

    private static final Logger LOG = LoggerFactory.getLogger(IppHandler.class);
    /** Read and thrown away, so that a client that is still sending gets its answer. */
    private static final long DRAINED_BYTES_MAX = 2 * DocumentFolder.DOCUMENT_BYTES_MAX;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final PrinterOperations operations;
    private final Set<Operation> unanswered = ConcurrentHashMap.newKeySet();

    IppHandler(PrinterOperations operations) {
        this.operations = operations;
    }

    /** The next such request is carried out, but its connection is cut before the answer. */
    void loseNextAnswer(Operation operation) {
        unanswered.add(operation);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
            } else if (!isIpp(exchange)) {
                exchange.sendResponseHeaders(415, -1);
            } else {
                answer(exchange);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        InputStream body = new BufferedInputStream(exchange.getRequestBody());
        IppPacket reply;
        try {
            IppPacket request = IppMessageReader.read(body);
            reply = operations.answer(request, body);
            if (unanswered.remove(request.getOperation())) {
                LOG.info("the answer to {} is lost on purpose", request.getOperation());
                return;
            }
        } catch (MalformedMessageException e) {
            LOG.info("not an IPP message: {}", e.getMessage());
            reply = RequestRules.malformed(e);
        }
        drain(body);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new IppOutputStream(bytes).write(reply);
        exchange.getResponseHeaders().set("Content-Type", IPP);
        exchange.sendResponseHeaders(200, bytes.size());
        try (OutputStream out = exchange.getResponseBody()) {
            bytes.writeTo(out);
        }
    }

    /** Not by skip(), which the JDK's server passes on to the raw socket, past the end of a chunked body. */
    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = DRAINED_BYTES_MAX;
        for (int read = body.read(buffer); read >= 0 && left > 0; read = body.read(buffer)) {
            left -= read;
        }
    }

    private static boolean isIpp(HttpExchange exchange) {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        return type.split(";", 2)[0].strip().equalsIgnoreCase(IPP);
    }
}
