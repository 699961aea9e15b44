package caixiang.station.archive;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Frames to file. */
final class TestFrames {
    static final byte[] PICTURE = "the camera's own bytes".repeat(1000).getBytes(StandardCharsets.UTF_8);
    static final String ID = "0193519a-0000-7000-8000-000000000001";

    private TestFrames() {}

    static Frame frame() {
        return new Frame(
                ID,
                "2026-11-22-a",
                "A",
                OptionalInt.of(12),
                Optional.of("shot-1"),
                FrameReason.TRIGGERED,
                List.of("order=1of1"),
                ArchivePaths.frameFile("2026-11-22-a", OptionalInt.of(12), ID),
                sha256(),
                PICTURE.length,
                Optional.empty(),
                new CameraIdentity("6012345", "D750", "usb:001,004"),
                new CardObject(
                        "/store_00010001/DCIM/100ND750",
                        "DSC_0001.JPG",
                        PICTURE.length,
                        Instant.parse("2026-11-22T16:00:01Z")),
                new FrameTimes(
                        Optional.of(Instant.parse("2026-11-22T08:00:00.123Z")),
                        Instant.parse("2026-11-22T08:00:01Z"),
                        Instant.parse("2026-11-22T08:00:02Z"),
                        Instant.parse("2026-11-22T08:00:03Z")),
                List.of());
    }

    static Frame movedWithRaw() {
        Frame plain = frame();
        CardObject raw = new CardObject(
                plain.object().folder(), "DSC_0001.NEF", 30_000, plain.object().modified());
        Move move = new Move(
                OptionalInt.empty(),
                OptionalInt.of(12),
                "console",
                "off by one",
                Instant.parse("2026-11-22T09:00:00Z"));
        return new Frame(
                plain.frameId(),
                plain.sessionId(),
                plain.station(),
                plain.number(),
                plain.shotId(),
                plain.reason(),
                plain.evidence(),
                plain.file(),
                plain.sha256(),
                plain.bytes(),
                Optional.of(new Companion(plain.file().replace(".jpg", ".nef"), sha256(), 30_000, raw)),
                plain.camera(),
                plain.object(),
                plain.times(),
                List.of(move));
    }

    static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PICTURE));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
