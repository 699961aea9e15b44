package caixiang.station.portrait.rules;

/** What one rule says of one portrait; {@code words} are empty where all is well. */
public record Finding(String code, double value, String unit, Level level, Words words, String draw) {}
