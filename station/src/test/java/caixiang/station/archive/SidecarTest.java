package caixiang.station.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SidecarTest {
    @TempDir
    private Path folder;

    /** Version 2 as it is on disks in the field; a change here needs a new version. */
    @Test
    void theSidecarIsAsItIsPublished() throws Exception {
        String expected = """
                {
                  "version" : 2,
                  "frameId" : "0193519a-0000-7000-8000-000000000001",
                  "session" : "2026-11-22-a",
                  "station" : "A",
                  "number" : 12,
                  "shotId" : "shot-1",
                  "reason" : "triggered",
                  "evidence" : [ "order=1of1" ],
                  "file" : "2026-11-22-a/0012/0193519a-0000-7000-8000-000000000001.jpg",
                  "sha256" : "%s",
                  "bytes" : 22000,
                  "companion" : {
                    "file" : "2026-11-22-a/0012/0193519a-0000-7000-8000-000000000001.nef",
                    "sha256" : "%s",
                    "bytes" : 30000,
                    "object" : {
                      "folder" : "/store_00010001/DCIM/100ND750",
                      "name" : "DSC_0001.NEF",
                      "bytes" : 30000,
                      "modified" : "2026-11-22T16:00:01Z"
                    }
                  },
                  "camera" : {
                    "serial" : "6012345",
                    "model" : "D750",
                    "port" : "usb:001,004"
                  },
                  "object" : {
                    "folder" : "/store_00010001/DCIM/100ND750",
                    "name" : "DSC_0001.JPG",
                    "bytes" : 22000,
                    "modified" : "2026-11-22T16:00:01Z"
                  },
                  "times" : {
                    "pressed" : "2026-11-22T08:00:00.123Z",
                    "announced" : "2026-11-22T08:00:01Z",
                    "spooled" : "2026-11-22T08:00:02Z",
                    "filed" : "2026-11-22T08:00:03Z"
                  },
                  "moves" : [ {
                    "to" : 12,
                    "by" : "console",
                    "reason" : "off by one",
                    "at" : "2026-11-22T09:00:00Z"
                  } ]
                }
                """.formatted(TestFrames.sha256(), TestFrames.sha256());
        Frame full = TestFrames.movedWithRaw();

        assertEquals(expected, new String(Sidecar.encode(full), StandardCharsets.UTF_8));
        assertEquals(full, Sidecar.read(Files.write(folder.resolve("sidecar.json"), Sidecar.encode(full))));
    }

    /** As the first stations wrote it. */
    @Test
    void aSidecarOfVersion1IsStillRead() throws Exception {
        String published = """
                {
                  "version" : 1,
                  "frameId" : "0193519a-0000-7000-8000-000000000001",
                  "session" : "2026-11-22-a",
                  "number" : 12,
                  "shotId" : "shot-1",
                  "reason" : "triggered",
                  "file" : "2026-11-22-a/0012/0193519a-0000-7000-8000-000000000001.jpg",
                  "sha256" : "%s",
                  "bytes" : 22000,
                  "camera" : {
                    "serial" : "6012345",
                    "model" : "D750",
                    "port" : "usb:001,004"
                  },
                  "object" : {
                    "folder" : "/store_00010001/DCIM/100ND750",
                    "name" : "DSC_0001.JPG",
                    "bytes" : 22000,
                    "modified" : "2026-11-22T16:00:01Z"
                  },
                  "times" : {
                    "pressed" : "2026-11-22T08:00:00.123Z",
                    "announced" : "2026-11-22T08:00:01Z",
                    "spooled" : "2026-11-22T08:00:02Z",
                    "filed" : "2026-11-22T08:00:03Z"
                  }
                }
                """.formatted(TestFrames.sha256());
        Frame read = Sidecar.read(Files.writeString(folder.resolve("sidecar.json"), published));

        assertEquals("A", read.station());
        assertEquals(OptionalInt.of(12), read.number());
        assertEquals(List.of(), read.evidence());
        assertEquals(Optional.empty(), read.companion());
        assertEquals(List.of(), read.moves());
        assertEquals(TestFrames.frame().times(), read.times());
    }

    @Test
    void aSidecarOfTheTrayRoundTripsWithoutNumberShotAndPress() throws Exception {
        Frame triggered = TestFrames.frame();
        Frame unclaimed = new Frame(
                TestFrames.ID,
                "a",
                "A",
                OptionalInt.empty(),
                Optional.empty(),
                FrameReason.UNCLAIMED,
                List.of(),
                ArchivePaths.frameFile("a", OptionalInt.empty(), TestFrames.ID),
                TestFrames.sha256(),
                TestFrames.PICTURE.length,
                Optional.empty(),
                triggered.camera(),
                triggered.object(),
                new FrameTimes(Optional.empty(), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH),
                List.of());
        Path file = Files.write(folder.resolve("sidecar.json"), Sidecar.encode(unclaimed));

        assertEquals(unclaimed, Sidecar.read(file));
        assertEquals("a/tray/" + TestFrames.ID + ".jpg", unclaimed.file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"version\":3}", "{\"version\":1}", "{\"version\":1,\"frameId\":7}", "[1"})
    void whatIsNoSidecarIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("sidecar.json"), text);

        assertThrows(IOException.class, () -> Sidecar.read(file));
    }
}
