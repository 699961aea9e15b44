package caixiang.sim.scene;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Shows the JPEG files of a folder one after the other in the order of their names, and then again from the first. The
 * frames are those files, byte for byte. Safe for use by several threads.
 */
public final class FolderScene implements Scene {
    /** No camera's JPEG is near this. */
    private static final long FILE_BYTES_MAX = 128L << 20;

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8};

    private final List<Path> files;
    private long nextNonce = 1;

    /** @throws IOException when the folder cannot be read, has no JPEG, or has one that is none; the message says which */
    public FolderScene(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(FolderScene::hasJpegName).sorted().toList();
        }
        if (files.isEmpty()) {
            throw new IOException("no .jpg or .jpeg file in " + folder);
        }
        for (Path file : files) {
            check(file);
        }
    }

    @Override
    public synchronized LatentImage expose(ExposureData data) {
        long nonce = nextNonce++;
        Path file = files.get((int) ((nonce - 1) % files.size()));
        return () -> new Frame(nonce, file.getFileName().toString(), Jpeg.of(Files.readAllBytes(file)));
    }

    private static boolean hasJpegName(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg");
    }

    private static void check(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(JPEG_START.length), JPEG_START)) {
                throw new IOException(file + " is no JPEG: take it out of the folder or give it another name");
            }
        }
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new IOException(file + " is larger than " + FILE_BYTES_MAX + " bytes");
        }
    }
}
