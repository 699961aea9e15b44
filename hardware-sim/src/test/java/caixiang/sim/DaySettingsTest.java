package caixiang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal runs with the technician's settings and touches nothing of the real day. */
class DaySettingsTest {
    @TempDir
    Path folder;

    @Test
    void theTechniciansSettingsHoldExceptWhereTheRealDayWouldBeTouched() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("second disk"));
        Path own = Files.writeString(folder.resolve("my.conf"), """
                session.name = "2026 届 主场"
                capture { deadline = 7s }
                print.templates = ["8x1in"]
                archive.second-copy = "%s"
                identity.key = "/secret/identity.key"
                shared.url = "jdbc:postgresql://real/day"
                """.formatted(disk));
        Path work = Files.createDirectory(folder.resolve("rehearsal-1"));
        DaySettings settings = DaySettings.write(Optional.of(own), work);
        Config seen = ConfigFactory.parseFile(settings.file().toFile()).resolve();
        assertEquals("演练 Rehearsal 2026 届 主场", seen.getString("session.name"));
        assertEquals("8x1in", seen.getStringList("print.templates").get(0));
        assertEquals(work.resolve("identity.key").toString(), seen.getString("identity.key"));
        assertEquals("", seen.getString("shared.url"));
        assertEquals(disk.resolve("caixiang-rehearsal-1").toString(), seen.getString("archive.second-copy"));
        assertEquals(Optional.of(disk.resolve("caixiang-rehearsal-1")), settings.secondCopy());
        assertEquals(Duration.ofSeconds(7), settings.deadline());
    }

    @Test
    void withoutSettingsOfTheirOwnTheStationIsMadeQuick() throws Exception {
        DaySettings settings = DaySettings.write(Optional.empty(), folder);
        assertEquals(Duration.ofSeconds(3), settings.deadline());
        assertEquals("3s", ConfigFactory.parseFile(settings.file().toFile()).getString("capture.deadline"));
    }

    @Test
    void settingsThatCannotBeReadAreRefusedByName() throws Exception {
        Path absent = folder.resolve("absent.conf");
        var missing = assertThrows(UsageException.class, () -> DaySettings.write(Optional.of(absent), folder));
        assertTrue(missing.problem().contains("absent.conf"), missing.problem());
        Path broken = Files.writeString(folder.resolve("broken.conf"), "capture { deadline = ");
        var unreadable = assertThrows(UsageException.class, () -> DaySettings.write(Optional.of(broken), folder));
        assertTrue(unreadable.problem().contains("broken.conf"), unreadable.problem());
    }
}
