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
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Unpacks a bundle into an empty folder and proves it: every file that the manifest names, no other, each with its length
 * and hash, and the whole untouched since it was sealed. Lengths come from a stranger: nothing is read beyond them.
 */
final class Unpacking {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long SPARE_BYTES = 1L << 30;

    private final Path folder;

    private Unpacking(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks.
     *
     * @param folder exists and is empty; what is in it after a failure is worth nothing
     */
    static Manifest unpack(Path bundle, char[] passphrase, Path folder) throws IOException, BundleException {
        try (InputStream in = Files.newInputStream(bundle)) {
            Seal.Opened opened = Seal.open(in, passphrase);
            Manifest manifest;
            try {
                manifest = new Unpacking(folder).contents(new ZipInputStream(opened.content()));
            } catch (ZipException e) {
                throw new BundleException("the bundle is damaged or was changed on its way; fetch it again", e);
            }
            opened.verify();
            return manifest;
        }
    }

    private Manifest contents(ZipInputStream zip) throws IOException, BundleException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(Manifest.ENTRY)) {
            throw new BundleException("the bundle does not begin with its table of contents");
        }
        byte[] head = zip.readNBytes(Manifest.BYTES_MAX + 1);
        if (head.length > Manifest.BYTES_MAX) {
            throw new BundleException(
                    "the bundle's table of contents is longer than " + (Manifest.BYTES_MAX >> 20) + " MiB");
        }
        Manifest manifest = Manifest.decode(head);
        requireRoom(manifest);
        Map<String, PackedFile> missing = new HashMap<>();
        manifest.files().forEach(file -> missing.put(file.path(), file));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            PackedFile file = missing.remove(entry.getName());
            if (file == null) {
                throw new BundleException("the bundle holds a file that it does not name, or one twice");
            }
            unpack(zip, file);
        }
        if (!missing.isEmpty()) {
            throw new BundleException("the bundle is not whole: " + missing.size() + " of its files are missing");
        }
        return manifest;
    }

    private void requireRoom(Manifest manifest) throws BundleException {
        long needed = SPARE_BYTES;
        for (PackedFile file : manifest.files()) {
            needed = Math.addExact(needed, Math.min(file.bytes(), Long.MAX_VALUE >> 20));
        }
        long free = folder.toFile().getUsableSpace();
        if (free < needed) {
            throw new BundleException("the bundle needs " + (needed >> 20) + " MiB and the disk has " + (free >> 20)
                    + " MiB; make room first");
        }
    }

    private void unpack(InputStream zip, PackedFile file) throws IOException, BundleException {
        Path target = folder.resolve(file.path());
        Files.createDirectories(target.getParent());
        var digest = FileHash.sha256();
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(
                        new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES), digest)) {
            copy(zip, out, file);
            out.flush();
            channel.force(true);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
            throw new BundleException(file.path() + " is damaged in the bundle; export and fetch it again");
        }
    }

    private static void copy(InputStream from, OutputStream to, PackedFile file) throws IOException, BundleException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long left = file.bytes();
        while (left > 0) {
            int length = from.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (length < 0) {
                throw new BundleException(file.path() + " is shorter in the bundle than it says");
            }
            to.write(buffer, 0, length);
            left -= length;
        }
        if (from.read() >= 0) {
            throw new BundleException(file.path() + " is longer in the bundle than it says");
        }
    }
}
