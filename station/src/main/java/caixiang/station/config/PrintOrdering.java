package caixiang.station.config;

/** In which order sheets that wait go to the printer. */
public enum PrintOrdering {
    /** As their frames were filed. */
    FILED,
    /** By shooting number. */
    NUMBER,
    /** By class, then by number, so that the pile can be handed out class by class. */
    CLASS
}
