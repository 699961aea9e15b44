package caixiang.station.camera.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.camera.CameraOptions;
import caixiang.sim.camera.body.Exposure;
import caixiang.sim.camera.body.ImageQuality;
import caixiang.sim.camera.body.Negatives;
import caixiang.sim.camera.nikon.NikonPersonality;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.Spool;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.camera.gphoto2.InstalledLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RAW files and changes of the card, from the simulated body through unmodified libgphoto2 into the spool. */
@Timeout(120)
class RawPairIT {
    private static final int RAW_BYTES = 5_000_011;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsLibrary() {
        InstalledLibrary.require();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theJpegOfAPairComesFirstWhicheverIsAnnouncedFirst(boolean rawFirst) throws IOException {
        try (TetherRig rig = rig(ImageQuality.RAW_JPEG, rawFirst).ready()) {
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            SpooledFrame jpeg = rig.awaitFrame(from);
            SpooledFrame raw = rig.awaitRaw(from);
            Exposure truth = rig.lastExposure();
            assertFalse(jpeg.isRaw());
            assertEquals(truth.digest().sha256(), jpeg.sha256());
            assertEquals(Optional.of("shot-1"), jpeg.shotId());
            assertEquals(truth.raw().orElseThrow().digest().sha256(), raw.sha256());
            assertEquals(Optional.of("shot-1"), raw.shotId());
            assertEquals(List.of(jpeg, raw), Spool.scan(rig.spool).frames());
        }
    }

    @Test
    void aRawAloneIsBroughtInAndTheShotIsSaidToHaveNoJpeg() throws IOException {
        try (TetherRig rig = rig(ImageQuality.RAW, false).ready()) {
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            var failed = rig.heard.await(HeardListener.ShotFailed.class, told -> true, from, TetherRig.SOON);
            assertEquals(CameraFault.NO_JPEG, failed.fault());
            SpooledFrame raw = rig.awaitRaw(from);
            assertEquals(Optional.of("shot-1"), raw.shotId());
            assertEquals(rig.lastExposure().digest().sha256(), raw.sha256());
        }
    }

    @Test
    void aPressDoesNotWaitForTheRawBeforeIt() throws IOException {
        try (TetherRig rig = rig(ImageQuality.RAW_JPEG, false).ready()) {
            // The RAW of the first shot takes ten slices of 300 ms.
            rig.play("[{\"on\":\"101B\",\"nth\":4,\"do\":\"delay:300\",\"times\":5}]");
            rig.shoot("shot-1");
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-2"));
            SpooledFrame next = rig.awaitFrame(from);
            assertEquals(Optional.of("shot-2"), next.shotId(), "the second JPEG came before the first RAW");
            assertEquals(Optional.of("shot-1"), rig.awaitRaw(from).shotId());
        }
    }

    @Test
    void aRawOnTheCardIsListedAndFetched() throws IOException {
        try (TetherRig rig = rig(ImageQuality.RAW_JPEG, false)) {
            rig.shootUntethered(1);
            rig.start();
            rig.awaitReady(0);
            var listed = rig.heard.await(HeardListener.Listed.class, told -> true, 0, TetherRig.SOON);
            assertEquals(
                    List.of("DSC_0001.JPG", "DSC_0001.NEF"),
                    listed.objects().stream().map(CardObject::name).toList());
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.fetch(listed.objects().get(1)));
            assertEquals(
                    rig.lastExposure().raw().orElseThrow().digest().sha256(),
                    rig.awaitRaw(from).sha256());
        }
    }

    @Test
    void aCardThatIsPutInIsReadAndSoIsAnyOnDemand() throws IOException {
        try (TetherRig rig = rig(ImageQuality.JPEG, false).ready()) {
            int from = rig.heard.count();
            assertTrue(rig.body.body().swapCard("B", 3));
            var other = rig.heard.await(HeardListener.Listed.class, told -> true, from, TetherRig.SOON);
            assertEquals(3, other.objects().size());
            rig.awaitReady(from);
            int again = rig.heard.count();
            TetherRig.succeeds(rig.camera.readCardAnew());
            assertEquals(other, rig.heard.await(HeardListener.Listed.class, told -> true, again, TetherRig.SOON));
        }
    }

    @Test
    void aFileIsDeletedOnlyWhileItIsTheOneDescribed() throws IOException {
        try (TetherRig rig = rig(ImageQuality.JPEG, false)) {
            rig.shootUntethered(1);
            rig.shootUntethered(2);
            rig.start();
            rig.awaitReady(0);
            List<CardObject> objects = rig.heard
                    .await(HeardListener.Listed.class, told -> true, 0, TetherRig.SOON)
                    .objects();
            CardObject first = objects.get(0);
            CardObject other = new CardObject(first.folder(), first.name(), first.sizeBytes() + 1, first.modified());
            TetherRig.failsWith(CameraFault.DAMAGED_FRAME, rig.camera.delete(other));
            TetherRig.succeeds(rig.camera.delete(first));
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.readCardAnew());
            assertEquals(
                    objects.subList(1, 2),
                    rig.heard
                            .await(HeardListener.Listed.class, told -> true, from, TetherRig.SOON)
                            .objects());
        }
    }

    private TetherRig rig(ImageQuality quality, boolean rawFirst) throws IOException {
        CameraOptions setting = CameraOptions.defaults().withNegatives(new Negatives(RAW_BYTES, rawFirst));
        TetherRig rig = TetherRig.of(new NikonPersonality(), folder, setting);
        assertTrue(rig.body.body().setQuality(quality));
        return rig;
    }
}
