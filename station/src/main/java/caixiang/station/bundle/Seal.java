package caixiang.station.bundle;

import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/**
 * Closes a bundle with a passphrase and opens it: OpenPGP symmetric encryption (RFC 4880 §5.3, §5.13: AES-256, modification
 * detection), so that it can be opened with GnuPG should this program be gone.
 */
final class Seal {
    private static final int BUFFER_BYTES = 1 << 16;

    /** RFC 4880 §3.7.1.3: the largest count, 65 million bytes hashed for each guess. */
    private static final int S2K_COUNT = 0xFF;

    private static final String CONTENT_NAME = "session.zip";

    private Seal() {}

    /** What is written to the stream is sealed into {@code to}, which stays open when the stream is closed. */
    @SuppressWarnings("JavaUtilDate") // The library asks for it; the content's date is left out, that is 0.
    static OutputStream seal(OutputStream to, char[] passphrase) throws IOException {
        var generator = new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(new SecureRandom()));
        try {
            generator.addMethod(new BcPBEKeyEncryptionMethodGenerator(
                    passphrase, digests().get(HashAlgorithmTags.SHA256), S2K_COUNT));
            OutputStream encrypted = generator.open(to, new byte[BUFFER_BYTES]);
            OutputStream content = new PGPLiteralDataGenerator()
                    .open(encrypted, PGPLiteralData.BINARY, CONTENT_NAME, new Date(0), new byte[BUFFER_BYTES]);
            return new Nested(content, encrypted);
        } catch (PGPException e) {
            throw new IOException("the bundle cannot be encrypted", e);
        }
    }

    private static final class Nested extends FilterOutputStream {
        private final OutputStream outer;

        Nested(OutputStream inner, OutputStream outer) {
            super(inner);
            this.outer = outer;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            super.close();
            outer.close();
        }
    }

    /** What was sealed. Nothing read from it may be trusted until {@link #verify} has returned. */
    static final class Opened {
        private final PGPPBEEncryptedData data;
        private final InputStream content;

        private Opened(PGPPBEEncryptedData data, InputStream content) {
            this.data = data;
            this.content = content;
        }

        InputStream content() {
            return content;
        }

        /** Reads to the end and checks that no byte was changed. */
        void verify() throws BundleException {
            try {
                content.transferTo(OutputStream.nullOutputStream());
                if (data.verify()) {
                    return;
                }
            } catch (PGPException | IOException e) {
                throw damaged(e);
            }
            throw damaged(null);
        }
    }

    /**
     * Opens a bundle.
     *
     * @throws BundleException if the passphrase is wrong or this is no bundle
     */
    static Opened open(InputStream from, char[] passphrase) throws BundleException {
        try {
            Object first = new BcPGPObjectFactory(new BufferedInputStream(from, BUFFER_BYTES)).nextObject();
            if (!(first instanceof PGPEncryptedDataList list)
                    || list.isEmpty()
                    || !(list.get(0) instanceof PGPPBEEncryptedData data)) {
                throw new BundleException("this is no bundle sealed with a passphrase");
            }
            requireDetection(data);
            InputStream clear = data.getDataStream(new BcPBEDataDecryptorFactory(passphrase, digests()));
            Object inside = new BcPGPObjectFactory(clear).nextObject();
            if (!(inside instanceof PGPLiteralData literal)) {
                throw new BundleException("the passphrase is wrong");
            }
            return new Opened(data, literal.getInputStream());
        } catch (PGPException e) {
            throw new BundleException("the passphrase is wrong", e);
        } catch (IOException | RuntimeException e) {
            // A wrong passphrase gives noise, which the library's reader stumbles over in many ways.
            throw new BundleException("the passphrase is wrong, or the bundle is damaged", e);
        }
    }

    private static void requireDetection(PGPEncryptedData data) throws BundleException {
        if (!data.isIntegrityProtected()) {
            throw new BundleException("the bundle is not protected against changes; export it again with this program");
        }
    }

    private static BundleException damaged(@Nullable Throwable cause) {
        String message = "the bundle is damaged or was changed on its way; fetch it again";
        return cause == null ? new BundleException(message) : new BundleException(message, cause);
    }

    private static PGPDigestCalculatorProvider digests() {
        return new BcPGPDigestCalculatorProvider();
    }
}
