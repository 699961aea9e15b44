package caixiang.sim.rehearsal.plan;

/** The same in both languages of the report. */
public record Wording(String chinese, String english) {}
