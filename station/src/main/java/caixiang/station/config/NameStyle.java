package caixiang.station.config;

/** How a person's name stands on the waste strip of a sheet. */
public enum NameStyle {
    /** First and last character only. */
    MASKED,
    FULL
}
