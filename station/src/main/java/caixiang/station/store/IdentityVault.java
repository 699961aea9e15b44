package caixiang.station.store;

import caixiang.station.roster.IdNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts identity numbers (AES-256-GCM, NIST SP 800-38D) and makes the keyed hash they are found by (HMAC-SHA256). Both
 * keys are derived from the identity key with HMAC-SHA256. May be used from any thread.
 */
public final class IdentityVault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec cipherKey;
    private final SecretKeySpec lookupKey;
    private final String keyCheck;
    private final SecureRandom random = new SecureRandom();

    IdentityVault(byte[] key) {
        SecretKeySpec root = new SecretKeySpec(key, "HmacSHA256");
        cipherKey = new SecretKeySpec(hmac(root, "caixiang identity cipher 1"), "AES");
        lookupKey = new SecretKeySpec(hmac(root, "caixiang identity lookup 1"), "HmacSHA256");
        keyCheck = HexFormat.of().formatHex(hmac(root, "caixiang identity check 1"));
    }

    /** A nonce of its own, then cipher text and tag, in Base64. The same number gives a different text each time. */
    public String encrypt(IdNumber number) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, 0)
                    .doFinal(number.reveal().getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has AES/GCM", e);
        }
    }

    /**
     * Reads what {@link #encrypt} made.
     *
     * @throws StoreException if the text was made with another key or was changed
     */
    public IdNumber decrypt(String encrypted) throws StoreException {
        try {
            byte[] whole = Base64.getDecoder().decode(encrypted);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, whole, 0)
                    .doFinal(whole, NONCE_BYTES, Math.max(0, whole.length - NONCE_BYTES));
            return IdNumber.parse(new String(plain, StandardCharsets.UTF_8))
                    .orElseThrow(() -> new GeneralSecurityException("what was encrypted is no identity number"));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StoreException(
                    StoreException.Fault.FAILED, "an identity number cannot be read with this identity key", e);
        }
    }

    /**
     * Encrypts text for a file of the archive.
     *
     * @param place where it will lie; it can be read there only, so that two people's cannot be exchanged
     */
    public String seal(String text, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0);
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has AES/GCM", e);
        }
    }

    /**
     * Reads what {@link #seal} made.
     *
     * @throws StoreException if it was made with another key or for another place, or was changed
     */
    public String unseal(String sealed, String place) throws StoreException {
        try {
            byte[] whole = Base64.getDecoder().decode(sealed);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, whole, 0);
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            byte[] plain = cipher.doFinal(whole, NONCE_BYTES, Math.max(0, whole.length - NONCE_BYTES));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StoreException(StoreException.Fault.FAILED, "a note cannot be read with this identity key", e);
        }
    }

    /** What a number is found by; the same for the same number and key, and useless without the key. */
    public String lookup(IdNumber number) {
        return HexFormat.of().formatHex(hmac(lookupKey, number.reveal()));
    }

    /** The same for the same key, and useless for finding it: stations compare whether they have one key. */
    public String keyCheck() {
        return keyCheck;
    }

    private Cipher cipher(int mode, byte[] nonceFrom, int offset) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, cipherKey, new GCMParameterSpec(TAG_BITS, nonceFrom, offset, NONCE_BYTES));
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java has HMAC-SHA256", e);
        }
    }
}
