package caixiang.sim.rehearsal.plan;

import caixiang.sim.rehearsal.people.Attendee;

/**
 * What one person does on the day.
 *
 * @param retakes how many more pictures are taken after the first
 * @param leaves whether they are gone when their number is called
 */
public record Visit(Attendee person, Scan scan, int retakes, boolean leaves) {}
