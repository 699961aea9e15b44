package caixiang.station.camera.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.sim.camera.Personality;
import caixiang.sim.camera.GenericPersonality;
import caixiang.sim.camera.nikon.NikonPersonality;
import caixiang.station.camera.SpooledFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trigger to spooled frame through unmodified libgphoto2. */
@Timeout(120)
class AgentCameraIT {
    @TempDir
    Path folder;

    static Stream<Arguments> personalities() {
        return Stream.of(
                Arguments.argumentSet("nikon", new NikonPersonality()),
                Arguments.argumentSet("generic", new GenericPersonality()));
    }

    @ParameterizedTest
    @MethodSource("personalities")
    void triggeredFrameIsSpooledByteForByte(Personality personality) throws IOException {
        try (TetherRig rig = TetherRig.of(personality, folder).ready()) {
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            SpooledFrame frame = rig.awaitFrame(from);
            assertEquals(Optional.of("shot-1"), frame.shotId());
            assertEquals(rig.lastExposure().digest().sha256(), frame.sha256());
            assertEquals(-1, Files.mismatch(rig.lastExposure().digest().file(), frame.file()));
        }
    }
}
