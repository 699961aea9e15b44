package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @TempDir
    Path folder;

    /** Two stations in one folder would give the same number to two people. */
    @Test
    void aSecondStationIsToldToTakeAnotherFolder() throws Exception {
        Path data = folder.resolve("data");
        try (DataLock first = DataLock.take(data)) {
            var refused =
                    assertThrows(IOException.class, () -> DataLock.take(data).close());
            assertTrue(String.valueOf(refused.getMessage()).contains("another station"), refused.getMessage());
        }
        DataLock.take(data).close();
    }
}
