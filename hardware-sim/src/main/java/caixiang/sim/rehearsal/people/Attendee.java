package caixiang.sim.rehearsal.people;

/**
 * Somebody who does not exist and comes to be photographed.
 *
 * @param studentNumber also the sitter's key before the simulated camera
 * @param idNumber with a valid check character, of the area 999999, which is assigned to no place
 * @param isListed whether the roster lists them; the others come as walk-ins
 */
public record Attendee(
        String studentNumber, String name, String idNumber, String college, String className, boolean isListed) {}
