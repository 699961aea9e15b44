package caixiang.station.keeping;

/**
 * How many more people the disks take. Pure.
 *
 * @param freeBytes of the disk with less
 * @param bytesPerPerson measured on the people photographed last
 * @param peopleLeft how many more fit before shooting is refused
 * @param peopleToCome those waiting or on the roster who have no picture yet
 */
public record RoomLeft(long freeBytes, long bytesPerPerson, long peopleLeft, long peopleToCome) {
    /** Before anybody was photographed: two frames of ten megabytes, a portrait and two sheets. */
    static final long PERSON_BYTES_AT_FIRST = 30_000_000;

    /**
     * A disk that every person takes room on.
     *
     * @param copies how many copies of everything lie there
     */
    record Disk(long freeBytes, int copies) {}

    /** @param reservedBytes below this shooting is refused */
    static RoomLeft of(Iterable<Disk> disks, long reservedBytes, long bytesPerPerson, long peopleToCome) {
        long each = bytesPerPerson > 0 ? bytesPerPerson : PERSON_BYTES_AT_FIRST;
        long people = Long.MAX_VALUE;
        long free = Long.MAX_VALUE;
        for (Disk disk : disks) {
            people = Math.min(people, Math.max(0, disk.freeBytes() - reservedBytes) / (each * disk.copies()));
            free = Math.min(free, disk.freeBytes());
        }
        return new RoomLeft(free, each, people, peopleToCome);
    }

    /** Whether somebody who is to come may not fit. */
    public boolean isShort() {
        return peopleLeft < peopleToCome;
    }
}
