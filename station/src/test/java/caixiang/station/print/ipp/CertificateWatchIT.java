package caixiang.station.print.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.print.PrinterException;
import caixiang.station.print.PrinterFault;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A printer that signed its own certificate, as they all do. */
@Timeout(60)
class CertificateWatchIT {
    private static final char[] PASSWORD = "rehearsal".toCharArray();

    @TempDir
    Path folder;

    private HttpsServer server;
    private String fingerprint;

    @BeforeEach
    void listen() throws Exception {
        Path file = folder.resolve("printer.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "printer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=printer",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(keytool.waitFor(30, TimeUnit.SECONDS) && keytool.exitValue() == 0, said);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        byte[] certificate = store.getCertificate("printer").getEncoded();
        fingerprint = HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void withoutAFingerprintTheRefusalNamesTheOneThatWasShown() {
        PrinterException refused = ask(Optional.empty());
        assertEquals(PrinterFault.CERTIFICATE_UNTRUSTED, refused.fault());
        assertTrue(String.valueOf(refused.getMessage()).contains(fingerprint), refused.getMessage());
    }

    @Test
    void theFingerprintInTheSettingsIsLetThroughWithAndWithoutColons() {
        assertEquals(PrinterFault.BUSY, ask(Optional.of(fingerprint)).fault(), "it got as far as HTTP");
        String plain = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        assertEquals(PrinterFault.BUSY, ask(Optional.of(plain)).fault());
    }

    @Test
    void anotherMachineInItsPlaceIsRefused() {
        assertEquals(
                PrinterFault.CERTIFICATE_UNTRUSTED,
                ask(Optional.of("AB".repeat(32))).fault());
    }

    private PrinterException ask(Optional<String> trusted) {
        URI uri = URI.create("ipps://127.0.0.1:" + server.getAddress().getPort() + "/ipp/print");
        return assertThrows(PrinterException.class, () -> new IppPrinter(uri, trusted, Clock.systemUTC()).report());
    }
}
