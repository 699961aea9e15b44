package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.audit.Books;
import java.time.Duration;

/**
 * A day that is over.
 *
 * @param shooting from the first check-in to the last picture
 * @param whole with waiting for late pictures and for paper
 * @param journalLines how many lines the stations' journals have
 * @param wasBrokenOff whether it had to be given up
 */
public record DayResult(
        DayLog log, Books books, Duration shooting, Duration whole, long journalLines, boolean wasBrokenOff) {}
