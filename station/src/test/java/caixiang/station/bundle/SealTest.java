package caixiang.station.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealTest {
    private static final char[] PASSPHRASE = "六月 graduates 2026".toCharArray();

    @Test
    void whatWasSealedComesOutUnchanged() throws Exception {
        byte[] content = content(3_000_000);

        Seal.Opened opened = Seal.open(new ByteArrayInputStream(seal(content)), PASSPHRASE);

        assertArrayEquals(content, opened.content().readAllBytes());
        opened.verify();
    }

    @Test
    void theContentIsNotReadableInTheBundle() throws Exception {
        byte[] content = "110105190001010003".repeat(100).getBytes(StandardCharsets.US_ASCII);

        assertFalse(new String(seal(content), StandardCharsets.ISO_8859_1).contains("110105190001010003"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "六月 graduates 2025", "六月 graduates 2026 "})
    void anotherPassphraseOpensNothing(String wrong) throws Exception {
        byte[] sealed = seal(content(10_000));

        assertThrows(BundleException.class, () -> {
            Seal.Opened opened = Seal.open(new ByteArrayInputStream(sealed), wrong.toCharArray());
            opened.verify();
        });
    }

    /** Anywhere in the sealed bytes, also in the last ones. */
    @Test
    void aChangedOrMissingByteIsFound() throws Exception {
        byte[] sealed = seal(content(5_000));
        Random random = new Random(5);
        for (int i = 0; i < 12; i++) {
            byte[] changed = sealed.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertDamaged(changed);
            assertDamaged(Arrays.copyOf(sealed, random.nextInt(sealed.length)));
        }
    }

    private static void assertDamaged(byte[] bytes) {
        byte[] content = content(5_000);
        try {
            Seal.Opened opened = Seal.open(new ByteArrayInputStream(bytes), PASSPHRASE);
            byte[] read = opened.content().readAllBytes();
            opened.verify();
            // A changed byte of the name or the date inside changes no content; the detection code covers it all the
            // same.
            assertArrayEquals(content, read);
            throw new AssertionError("the change was not found");
        } catch (BundleException | IOException expected) {
            assertEquals(false, expected.toString().isEmpty());
        }
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        return content;
    }

    private static byte[] seal(byte[] content) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = Seal.seal(sealed, PASSPHRASE)) {
            out.write(content);
        }
        return sealed.toByteArray();
    }
}
