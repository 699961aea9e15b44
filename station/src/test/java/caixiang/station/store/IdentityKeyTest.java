package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.roster.IdNumber;
import caixiang.station.roster.SampleIds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class IdentityKeyTest {
    private static final IdNumber NUMBER = IdNumber.parse(SampleIds.number(1)).orElseThrow();

    @TempDir
    private Path folder;

    private Path key;
    private Database database;

    @BeforeEach
    void open() throws StoreException {
        key = folder.resolve("config/identity.key");
        database = Database.open(folder.resolve("caixiang.sqlite"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReads() throws Exception {
        IdentityVault vault = IdentityKey.open(key, database);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertTrue(Files.readString(key).matches("[0-9a-f]{64}\n"));
        try (Stream<Path> files = Files.list(folder.resolve("config"))) {
            assertEquals(List.of(key), files.toList(), "nothing half is left beside it");
        }
        assertEquals(NUMBER, IdentityKey.open(key, database).decrypt(vault.encrypt(NUMBER)), "the next start reads it");
    }

    @Test
    void aLostKeyStopsTheStartAndIsNeverReplacedByANewOne() throws Exception {
        storeSomeone(IdentityKey.open(key, database));
        Files.delete(key);

        StoreException refused = assertThrows(StoreException.class, () -> IdentityKey.open(key, database));

        assertTrue(message(refused).contains("put it back from its backup"), message(refused));
        assertFalse(Files.exists(key));
    }

    @Test
    void anotherKeyThanTheDatabasesStopsTheStart() throws Exception {
        storeSomeone(IdentityKey.open(key, database));
        Files.writeString(key, "ab".repeat(32) + "\n");

        StoreException refused = assertThrows(StoreException.class, () -> IdentityKey.open(key, database));

        assertTrue(message(refused).contains("is not the key"), message(refused));
    }

    @Test
    void aDamagedOrOpenKeyFileIsRefusedWithWhatToDo() throws Exception {
        IdentityKey.open(key, database);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        StoreException open = assertThrows(StoreException.class, () -> IdentityKey.open(key, database));
        assertTrue(message(open).contains("chmod 600"), message(open));

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(key, "too short\n");
        StoreException damaged = assertThrows(StoreException.class, () -> IdentityKey.open(key, database));
        assertTrue(message(damaged).contains("64 hex digits"), message(damaged));
    }

    @Test
    void theSameNumberIsNeverEncryptedToTheSameTextButIsFoundByTheSameKey() throws Exception {
        IdentityVault vault = IdentityKey.open(key, database);

        assertNotEquals(vault.encrypt(NUMBER), vault.encrypt(NUMBER));
        assertEquals(
                vault.lookup(NUMBER),
                vault.lookup(IdNumber.parse(" " + SampleIds.number(1)).orElseThrow()));
        assertNotEquals(vault.lookup(NUMBER), new IdentityVault(new byte[32]).lookup(NUMBER));
    }

    @Test
    void aChangedCipherTextIsNoticed() throws Exception {
        IdentityVault vault = IdentityKey.open(key, database);
        byte[] changed = Base64.getDecoder().decode(vault.encrypt(NUMBER));
        changed[changed.length - 1] ^= 1;

        assertThrows(
                StoreException.class, () -> vault.decrypt(Base64.getEncoder().encodeToString(changed)));
        assertThrows(StoreException.class, () -> vault.decrypt("AAAA"));
        assertThrows(StoreException.class, () -> vault.decrypt("?"));
    }

    private void storeSomeone(IdentityVault vault) throws StoreException {
        PersonRow someone = new PersonRow("p1", "1", "样甲子", "", "", Optional.of(vault.encrypt(NUMBER)));
        Waiting.forResult(database.write(handle -> {
            new Sessions(handle).open(new Session("a", "A"), Instant.EPOCH);
            new People(handle).save("a", someone, Optional.of(vault.lookup(NUMBER)));
            return true;
        }));
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
