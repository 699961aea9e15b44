package caixiang.sim.fault;

/**
 * When a fault strikes.
 *
 * @param on an operation code as four upper-case hex digits, {@link #PRESS}, {@link #EVENT}, or {@link #ANY}
 * @param nth it strikes from the nth such event on, counted from 1
 * @param times how often it strikes
 * @param chance how likely it strikes each time, above 0 and at most 1
 */
public record FaultRule(String on, int nth, int times, double chance, Fault fault) {
    /** The body's own shutter button. */
    public static final String PRESS = "PRESS";

    /** The announcement of a new file. */
    public static final String EVENT = "EVENT";

    /** Every operation; not the button, not the announcements. */
    public static final String ANY = "*";

    boolean covers(String event) {
        return on.equals(event) || (on.equals(ANY) && !event.equals(PRESS) && !event.equals(EVENT));
    }
}
