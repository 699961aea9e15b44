package caixiang.station.print;

/** Why what somebody asked of a sheet is not done. */
public enum PrintRefusal {
    NOT_FOUND,
    /** The number has as many copies of this sheet as it may have. */
    COPIES_USED_UP,
    /** Nobody asks about this sheet, or no longer. */
    NOT_DOUBTFUL,
    /** It is on the printer or over already. */
    NOT_WAITING
}
