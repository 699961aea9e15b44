package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.plan.Mishap;
import java.util.OptionalLong;

/**
 * One mishap and how it ended.
 *
 * @param answer what the station answered to the press it befell; empty when it befell none
 * @param recoveredMillis from the mishap until work went on; empty when it did not within the limits
 */
public record MishapRecord(Mishap mishap, String answer, OptionalLong recoveredMillis) {}
