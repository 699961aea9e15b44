package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.Path;

/** The single steps that put a file in its place for good. A test may stop the program between any two of them. */
interface FileSteps {

    /** Writes a new file and syncs it: under another name first, so that it is there whole or not at all. */
    void write(Path file, byte[] content) throws IOException;

    /** Writes a file and syncs it, in place of an earlier one: whole as before or whole as now at any moment. */
    void replace(Path file, byte[] content) throws IOException;

    /**
     * Copies a file whole, syncs the copy and compares its hash.
     *
     * @param sha256 lower-case hex, what the copy must have
     */
    void copy(Path from, Path to, String sha256) throws IOException;

    /** Copies a file whole beside its place, under the name of a half one, and syncs the copy. */
    default void copyHalf(Path from, Path to) throws IOException {
        DiskSteps.copyToHalf(from, to);
    }

    /** Writes a new file beside its place, under the name of a half one, and syncs it. */
    default void writeHalf(Path file, byte[] content) throws IOException {
        DiskSteps.writeToHalf(file, content);
    }

    /** Gives a half file, which is whole now, its name; {@link #syncFolder} must follow. */
    default void nameHalf(Path file) throws IOException {
        DiskSteps.moveFromHalf(file);
    }

    /** Syncs the folder of a file: the names in it are on the disk. */
    default void syncFolder(Path file) throws IOException {
        DiskSteps.sync(file);
    }

    /** Moves a synced file to its place, whole or not at all, never over another, also to another file system. */
    void move(Path from, Path to, String sha256) throws IOException;

    /** Removes a file that has its successor, and syncs the folder. No failure when it is gone already. */
    default void delete(Path file) throws IOException {
        DiskSteps.remove(file);
    }
}
