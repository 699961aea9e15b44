package caixiang.sim.printer.mischief;

/**
 * When a misdeed strikes.
 *
 * @param job it befalls the job that is the so-manieth to be printed since the script began, counted from 1
 */
public record MisdeedRule(int job, Misdeed misdeed) {}
