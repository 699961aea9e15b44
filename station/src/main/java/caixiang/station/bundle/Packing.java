package caixiang.station.bundle;

import caixiang.station.archive.FileHash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a bundle: a sealed ZIP with the manifest first, then each file as it lies in the archive. */
final class Packing {
    private static final int BUFFER_BYTES = 1 << 16;

    private Packing() {}

    /**
     * Writes the bundle under another name first, so that it is there whole or not at all.
     *
     * @throws BundleException if a file is no longer what the manifest says
     */
    static void write(Path bundle, char[] passphrase, Manifest manifest, Path archive)
            throws IOException, BundleException {
        Path half = bundle.resolveSibling(bundle.getFileName() + ".half");
        try {
            try (FileChannel channel = FileChannel.open(
                    half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
                try (OutputStream sealed = Seal.seal(out, passphrase)) {
                    pack(sealed, manifest, archive);
                }
                out.flush();
                channel.force(true);
            }
            Files.move(half, bundle, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void pack(OutputStream sealed, Manifest manifest, Path archive) throws IOException, BundleException {
        ZipOutputStream zip = new ZipOutputStream(sealed);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(entry(Manifest.ENTRY));
        zip.write(manifest.encode());
        zip.closeEntry();
        // Pictures do not get smaller.
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (PackedFile file : manifest.files()) {
            zip.putNextEntry(entry(file.path()));
            var digest = FileHash.sha256();
            try (InputStream in = new DigestInputStream(Files.newInputStream(archive.resolve(file.path())), digest)) {
                in.transferTo(zip);
            }
            zip.closeEntry();
            if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
                throw new BundleException(file.path() + " changed while it was packed; export again");
            }
        }
        zip.finish();
    }

    /** The same files give the same ZIP. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }
}
