package caixiang.station.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The file that holds the identity key: 64 hex digits, readable by its owner only, made once at the first start. */
public final class IdentityKey {
    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private IdentityKey() {}

    /**
     * Opens the vault. Blocks; for the start only.
     *
     * @throws StoreException if the key is missing though the database holds encrypted numbers, if it is another key than
     *     those were encrypted with, or if the file is damaged or open to others
     */
    public static IdentityVault open(Path file, Database database) throws StoreException {
        try {
            boolean holdsNumbers = Waiting.forResult(database.read(IdentityKey::holdsNumbers));
            if (!Files.exists(file)) {
                if (holdsNumbers) {
                    throw failed(
                            file,
                            "is missing, but the database holds identity numbers encrypted with it; put it back"
                                    + " from its backup (a new key is not made, because it could not read them)");
                }
                create(file);
            }
            IdentityVault vault = new IdentityVault(read(file));
            if (holdsNumbers) {
                proveRight(file, vault, database);
            }
            return vault;
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Fault.FAILED, "the identity key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * The vault of an existing key; for making a database again.
     *
     * @return empty when there is no such file
     * @throws StoreException if the file is damaged or open to others
     */
    public static Optional<IdentityVault> existing(Path file) throws StoreException {
        try {
            return Files.exists(file) ? Optional.of(new IdentityVault(read(file))) : Optional.empty();
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Fault.FAILED, "the identity key " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean holdsNumbers(Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM person WHERE id_encrypted IS NOT NULL)")
                .mapTo(Boolean.class)
                .one();
    }

    private static void proveRight(Path file, IdentityVault vault, Database database) throws StoreException {
        String sample = Waiting.forResult(database.read(
                handle -> handle.createQuery("SELECT id_encrypted FROM person WHERE id_encrypted IS NOT NULL LIMIT 1")
                        .mapTo(String.class)
                        .one()));
        try {
            vault.decrypt(sample);
        } catch (StoreException e) {
            throw failed(file, "is not the key the identity numbers in the database were encrypted with");
        }
    }

    /** Written under another name and linked, so that the key is there whole or not at all, and never replaced. */
    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("it has no folder");
        }
        Files.createDirectories(folder);
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        byte[] text = (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        Path half = Files.createTempFile(folder, "identity", ".half", ownerOnly);
        try {
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(text));
                channel.force(true);
            }
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException e) {
            // Another station on this machine was first; its key is the key.
            return;
        } finally {
            Files.deleteIfExists(half);
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static byte[] read(Path file) throws IOException, StoreException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw failed(file, "can be read by others; run: chmod 600 " + file);
        }
        String text = Files.size(file) > 2 * KEY_BYTES + 2 ? "" : Files.readString(file, StandardCharsets.US_ASCII);
        if (!text.strip().matches("[0-9a-f]{" + 2 * KEY_BYTES + "}")) {
            throw failed(file, "is damaged: it must hold 64 hex digits; put it back from its backup");
        }
        return HexFormat.of().parseHex(text.strip());
    }

    private static StoreException failed(Path file, String what) {
        return new StoreException(StoreException.Fault.FAILED, "the identity key " + file + " " + what);
    }
}
