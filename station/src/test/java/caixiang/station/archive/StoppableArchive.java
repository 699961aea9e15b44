package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** An archive on a real disk that tells a test each time a step has reached the disk; the test may stop there. */
public final class StoppableArchive {
    /** A test may stand still at a step for long without the second copy being given up. */
    private static final Duration STANDING_STILL = Duration.ofMinutes(5);

    private StoppableArchive() {}

    /**
     * Opens an archive with a second copy.
     *
     * @param afterStep hears {@code sidecar}, {@code second-copy}, {@code second-sidecar} and {@code move}
     */
    public static FrameArchive in(Path root, Path second, Consumer<String> afterStep) {
        Told steps = new Told(second, afterStep);
        return new FrameArchive(root, Optional.of(new SecondCopy(second, root, steps, STANDING_STILL)), steps);
    }

    /** Opens an archive whose disk is full while the test says so. */
    public static FrameArchive fullWhile(Path root, BooleanSupplier isFull) {
        Path nowhere = root.resolveSibling("nowhere");
        return new FrameArchive(root, Optional.empty(), new Told(nowhere, step -> {}) {
            @Override
            public void write(Path file, byte[] content) throws IOException {
                if (isFull.getAsBoolean()) {
                    throw new FileSystemException(file.toString(), null, "No space left on device");
                }
                super.write(file, content);
            }
        });
    }

    /** Opens an archive with a second copy, where one step finds its disk full while the test says so. */
    public static FrameArchive failing(Path root, Path second, String failing, BooleanSupplier isFull) {
        Told steps = new Told(second, step -> {}, (step, file) -> {
            if (step.equals(failing) && isFull.getAsBoolean()) {
                throw new FileSystemException(file.toString(), null, "No space left on device");
            }
        });
        return new FrameArchive(root, Optional.of(new SecondCopy(second, root, steps, STANDING_STILL)), steps);
    }

    /** What a sidecar says. */
    public static Frame read(Path sidecar) throws IOException {
        return Sidecar.read(sidecar);
    }

    private static class Told implements FileSteps {
        private final FileSteps disk = new DiskSteps();
        private final Path second;
        private final Consumer<String> afterStep;
        private final Before before;

        Told(Path second, Consumer<String> afterStep) {
            this(second, afterStep, (step, file) -> {});
        }

        Told(Path second, Consumer<String> afterStep, Before before) {
            this.second = second;
            this.afterStep = afterStep;
            this.before = before;
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            small(file, "", () -> disk.write(file, content));
        }

        @Override
        public void replace(Path file, byte[] content) throws IOException {
            small(file, "-replaced", () -> disk.replace(file, content));
        }

        private void small(Path file, String how, Step step) throws IOException {
            if (file.endsWith(ArchiveMarker.FILE)) {
                step.run();
            } else {
                told((file.startsWith(second) ? "second-sidecar" : "sidecar") + how, file, step);
            }
        }

        @Override
        public void copy(Path from, Path to, String sha256) throws IOException {
            told("second-copy", to, () -> disk.copy(from, to, sha256));
        }

        @Override
        public void nameHalf(Path file) throws IOException {
            String step =
                    ArchivePaths.isOriginal(second.relativize(file).toString()) ? "second-copy" : "second-sidecar";
            told(step, file, () -> disk.nameHalf(file));
        }

        @Override
        public void move(Path from, Path to, String sha256) throws IOException {
            told("move", to, () -> disk.move(from, to, sha256));
        }

        private void told(String name, Path file, Step step) throws IOException {
            before.hear(name, file);
            step.run();
            afterStep.accept(name);
        }

        private interface Step {
            void run() throws IOException;
        }

        /** Hears of a step before it is taken, and may let it fail. */
        private interface Before {
            void hear(String step, Path file) throws IOException;
        }
    }
}
