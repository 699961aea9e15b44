package caixiang.station.print.ipp;

import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * IPP requests over HTTP/1.1 (RFC 8010 §4). Each exchange ends within its time, whatever the peer does, and says whether
 * the request may have reached it. Nothing is repeated here or by the HTTP client, which repeats no POST.
 */
final class IppConnection {
    private static final int HTTP_OK = 200;
    private static final int HTTP_UNAUTHORIZED = 401;
    private static final int HTTP_FORBIDDEN = 403;
    private static final int HTTP_UNAVAILABLE = 503;

    private final URI http;
    private final Limits limits;
    private final CertificateWatch certificates;
    private final HttpClient client;

    /**
     * Connects nowhere yet.
     *
     * @param fingerprint of the certificate the printer shows; empty for what this computer trusts anyway
     */
    IppConnection(URI printer, Optional<String> fingerprint, Limits limits) {
        this.http = IppAddress.http(printer);
        this.limits = limits;
        this.certificates = new CertificateWatch(fingerprint);
        this.client = HttpClient.newBuilder()
                .sslContext(certificates.context())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What an exchange may take.
     *
     * @param answer from the request to the last byte of the answer
     * @param document the same for a request with a document
     */
    record Limits(Duration connect, Duration answer, Duration document, int answerBytes) {
        static Limits usual() {
            return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(90), 4 << 20);
        }
    }

    IppPacket exchange(IppPacket request, Optional<Path> document) throws PrinterException {
        Duration longest = document.isPresent() ? limits.document() : limits.answer();
        HttpRequest post = HttpRequest.newBuilder(http)
                .header("Content-Type", "application/ipp")
                .timeout(longest)
                .POST(body(request, document))
                .build();
        HttpResponse<byte[]> response = send(post, longest);
        checkHttp(response.statusCode());
        IppPacket reply;
        try {
            reply = IppReplyReader.read(response.body());
        } catch (IOException e) {
            throw new PrinterException(PrinterFault.GARBLED, http + " does not answer in IPP: " + e.getMessage(), e);
        }
        if (reply.getRequestId() != request.getRequestId()) {
            throw new PrinterException(
                    PrinterFault.GARBLED,
                    http + " answers request " + reply.getRequestId() + " instead of " + request.getRequestId());
        }
        return reply;
    }

    private static BodyPublisher body(IppPacket request, Optional<Path> document) throws PrinterException {
        ByteArrayOutputStream attributes = new ByteArrayOutputStream();
        try {
            new IppOutputStream(attributes).write(request);
            BodyPublisher head = BodyPublishers.ofByteArray(attributes.toByteArray());
            return document.isPresent() ? BodyPublishers.concat(head, BodyPublishers.ofFile(document.get())) : head;
        } catch (FileNotFoundException e) {
            throw new PrinterException(PrinterFault.REFUSED, "the sheet's file is missing: " + e.getMessage(), e);
        }
    }

    /** The client's own timeout ends with the headers; this one holds to the last byte of the answer. */
    private HttpResponse<byte[]> send(HttpRequest post, Duration longest) throws PrinterException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(post, info -> new LimitedBody(limits.answerBytes()));
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(Optional.<Throwable>ofNullable(e.getCause()).orElse(e));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new PrinterException(
                    PrinterFault.ANSWER_LOST, http + " did not answer within " + longest.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new PrinterException(PrinterFault.ANSWER_LOST, "stopped while waiting for " + http, e);
        }
    }

    private PrinterException failure(Throwable cause) {
        if (cause instanceof SSLHandshakeException) {
            return new PrinterException(
                    PrinterFault.CERTIFICATE_UNTRUSTED,
                    http + " shows a certificate that nobody vouches for; if its SHA-256 fingerprint is the one on the"
                            + " printer's own page, set printer.fingerprint to "
                            + certificates.shown().orElse("it") + " (" + cause.getMessage() + ")",
                    cause);
        }
        boolean nothingSent = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return nothingSent
                ? new PrinterException(PrinterFault.UNREACHABLE, "nobody answers at " + http + ": " + cause, cause)
                : new PrinterException(PrinterFault.ANSWER_LOST, "no answer from " + http + ": " + cause, cause);
    }

    private void checkHttp(int status) throws PrinterException {
        switch (status) {
            case HTTP_OK -> {}
            case HTTP_UNAUTHORIZED, HTTP_FORBIDDEN ->
                throw new PrinterException(PrinterFault.UNAUTHORIZED, http + " asks for a password");
            case HTTP_UNAVAILABLE -> throw new PrinterException(PrinterFault.BUSY, http + " is not available now");
            default -> throw new PrinterException(PrinterFault.REFUSED, http + " answers with HTTP status " + status);
        }
    }
}
