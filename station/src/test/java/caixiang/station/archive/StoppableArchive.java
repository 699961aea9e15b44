package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** An archive on a real disk that tells a test each time a step has reached the disk; the test may stop there. */
public final class StoppableArchive {
    private StoppableArchive() {}

    /**
     * Opens an archive with a second copy.
     *
     * @param afterStep hears {@code sidecar}, {@code second-copy}, {@code second-sidecar} and {@code move}
     */
    public static FrameArchive in(Path root, Path second, Consumer<String> afterStep) {
        return new FrameArchive(root, Optional.of(second), new Told(second, afterStep));
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

    /** What a sidecar says. */
    public static Frame read(Path sidecar) throws IOException {
        return Sidecar.read(sidecar);
    }

    private static class Told implements FileSteps {
        private final FileSteps disk = new DiskSteps();
        private final Path second;
        private final Consumer<String> afterStep;

        Told(Path second, Consumer<String> afterStep) {
            this.second = second;
            this.afterStep = afterStep;
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            disk.write(file, content);
            afterStep.accept(file.startsWith(second) ? "second-sidecar" : "sidecar");
        }

        @Override
        public void copy(Path from, Path to, String sha256) throws IOException {
            disk.copy(from, to, sha256);
            afterStep.accept("second-copy");
        }

        @Override
        public void move(Path from, Path to, String sha256) throws IOException {
            disk.move(from, to, sha256);
            afterStep.accept("move");
        }
    }
}
