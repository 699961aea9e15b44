package caixiang.station.print.ipp;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificate a printer may show: the one with the fingerprint in the settings, whatever name it bears, as printers
 * sign their own; or, without one, what this computer trusts anyway. Remembers the last certificate shown.
 */
final class CertificateWatch extends X509ExtendedTrustManager {
    private final Optional<String> fingerprint;
    private final X509ExtendedTrustManager usual;
    private volatile @Nullable String shown;

    /**
     * Lets one certificate through, or what is trusted anyway.
     *
     * @param fingerprint SHA-256, 64 hex digits, with or without colons
     */
    CertificateWatch(Optional<String> fingerprint) {
        this.fingerprint = fingerprint.map(CertificateWatch::plain);
        this.usual = usual();
    }

    /** The fingerprint of the last certificate shown, as printers and browsers write it. */
    Optional<String> shown() {
        return Optional.ofNullable(shown);
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        if (!isPinned(chain)) {
            usual.checkServerTrusted(chain, type, engine);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (!isPinned(chain)) {
            usual.checkServerTrusted(chain, type, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!isPinned(chain)) {
            usual.checkServerTrusted(chain, type);
        }
    }

    /** With a fingerprint set, nothing else will do: another certificate is another machine. */
    private boolean isPinned(X509Certificate[] chain) throws CertificateException {
        String found = fingerprint(chain[0]);
        shown = found;
        if (fingerprint.isEmpty()) {
            return false;
        }
        if (!plain(found).equals(fingerprint.get())) {
            throw new CertificateException("the certificate has the fingerprint " + found);
        }
        return true;
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateEncodingException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static String plain(String fingerprint) {
        return fingerprint.replace(":", "").toUpperCase(Locale.ROOT);
    }

    private static X509ExtendedTrustManager usual() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java trusts somebody", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }
}
