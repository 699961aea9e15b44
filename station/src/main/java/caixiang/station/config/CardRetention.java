package caixiang.station.config;

/** What becomes of pictures on the camera's card. */
public enum CardRetention {
    /** Nothing is ever deleted from a card. */
    KEEP,
    /** A picture is deleted once it is old enough and both its copies have been read and found whole. */
    DELETE_VERIFIED
}
