package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.Path;

/** Moves frames on a real disk and tells a test after each step, which may stop there or fail. */
public final class StoppableReassignment {
    private StoppableReassignment() {}

    /** What a test does after a step; an {@link IOException} is a disk that fails. */
    public interface AfterStep {
        void accept(int step) throws IOException;
    }

    /**
     * Moves frames, telling each step.
     *
     * @param afterStep hears the number of the step, from 1
     */
    public static Reassignment in(FrameArchive archive, AfterStep afterStep) {
        return new Reassignment(archive.paths().root(), archive.second(), new Told(afterStep));
    }

    private static final class Told implements FileSteps {
        private final FileSteps disk = new DiskSteps();
        private final AfterStep afterStep;
        private int done;

        Told(AfterStep afterStep) {
            this.afterStep = afterStep;
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            disk.write(file, content);
            afterStep.accept(++done);
        }

        @Override
        public void replace(Path file, byte[] content) throws IOException {
            disk.replace(file, content);
            afterStep.accept(++done);
        }

        @Override
        public void copy(Path from, Path to, String sha256) throws IOException {
            disk.copy(from, to, sha256);
            afterStep.accept(++done);
        }

        @Override
        public void move(Path from, Path to, String sha256) throws IOException {
            disk.move(from, to, sha256);
            afterStep.accept(++done);
        }

        @Override
        public void delete(Path file) throws IOException {
            disk.delete(file);
            afterStep.accept(++done);
        }
    }
}
