package caixiang.station.journal;

/**
 * Something that is not as it was written.
 *
 * @param chinese one sentence that says where and what
 * @param english the same
 */
public record Finding(String chinese, String english) {}
