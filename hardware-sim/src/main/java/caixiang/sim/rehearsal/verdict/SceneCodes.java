package caixiang.sim.rehearsal.verdict;

import caixiang.sim.rehearsal.verdict.Evidence.Mark;
import caixiang.sim.scene.SceneCode;
import java.io.IOException;
import java.util.Optional;

/** Reads the simulated scene's code. Bytes that are no picture hold no code. */
public final class SceneCodes implements FrameCodes {
    @Override
    public Evidence.Code read(byte[] jpeg) {
        return new Evidence.Code(pixels(jpeg), SceneCode.readExif(jpeg).map(SceneCodes::mark));
    }

    private static Optional<Mark> pixels(byte[] jpeg) {
        try {
            return SceneCode.read(jpeg).map(SceneCodes::mark);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Mark mark(SceneCode code) {
        return new Mark(code.sitterKey(), code.nonce());
    }
}
