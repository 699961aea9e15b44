package caixiang.layouts;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Somebody on a sheet of many people.
 *
 * @param group the class
 * @param number by which sheets are sorted and found, in the order of the list
 * @param name as it may stand on paper; masked for an office's proof
 * @param portrait empty if there is none yet
 * @param remark for the proof, such as a verdict; blank for none
 */
public record Subject(String group, String number, String name, Optional<Path> portrait, String remark) {}
