package caixiang.station.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A row of the journal in its chain.
 *
 * @param previousHash of the row before; {@link #START} for the first
 * @param hash SHA-256 over the row and the hash before, lower-case hex
 */
public record JournalLink(JournalRow row, String previousHash, String hash) {
    /** What the first row follows from. */
    public static final String START = "0".repeat(64);

    static JournalLink of(JournalRow row, String previousHash) {
        return new JournalLink(row, previousHash, hash(row, previousHash));
    }

    public long sequence() {
        return row.sequence();
    }

    /** Whether the hash is the one that these fields give. */
    public boolean isWhole() {
        return hash.equals(hash(row, previousHash));
    }

    /** Each field is preceded by its length, so that no two different rows give the same bytes. */
    private static String hash(JournalRow row, String previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(previous);
            out.writeLong(row.sequence());
            out.writeLong(row.at().toEpochMilli());
            out.writeUTF(row.sessionId());
            out.writeUTF(row.what());
            out.writeInt(row.number().orElse(-1));
            out.writeUTF(row.frameId().orElse(""));
            out.writeUTF(row.detail());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("a journal row is longer than 64 KiB", e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
