package caixiang.station.archive;

/** How many copies of what was written are on the disks. */
public enum Copies {
    /** As many as are wanted. */
    ALL,
    /** The second copy is owed; whoever gets this answer sees to it that it is made later. */
    SECOND_MISSING
}
