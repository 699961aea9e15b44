package caixiang.station.site.sync;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.FrameTimes;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Rows of frames without files. */
final class SampleFrames {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    private SampleFrames() {}

    static Frame frame(String sessionId, String station, int index, int number) {
        String id =
                String.format(Locale.ROOT, "0193519a-0000-7000-8000-%s%011d", station.toLowerCase(Locale.ROOT), index);
        return new Frame(
                id,
                sessionId,
                station,
                OptionalInt.of(number),
                Optional.empty(),
                FrameReason.BODY_PRESS_CURRENT,
                List.of("order=1of1"),
                ArchivePaths.frameFile(sessionId, OptionalInt.of(number), id),
                "0".repeat(64),
                6_000_000,
                Optional.empty(),
                new CameraIdentity("6012345", "D750", "usb:001,004"),
                new CardObject("/store_00010001/DCIM/100ND750", "DSC_" + index % 10_000 + ".JPG", 6_000_000, AT),
                new FrameTimes(Optional.empty(), AT, AT, AT),
                List.of());
    }
}
