package caixiang.station.roster;

import java.util.Optional;

/**
 * Someone to be photographed.
 *
 * @param college empty text when not known, as is {@code className}
 */
public record Person(String studentNumber, String name, Optional<IdNumber> idNumber, String college, String className) {

    public String maskedName() {
        return maskName(name);
    }

    /** First and last character; of two characters the first only. */
    public static String maskName(String name) {
        int[] characters = name.codePoints().toArray();
        if (characters.length <= 1) {
            return characters.length == 0 ? "" : "*";
        }
        String first = Character.toString(characters[0]);
        if (characters.length == 2) {
            return first + "*";
        }
        return first + "*".repeat(characters.length - 2) + Character.toString(characters[characters.length - 1]);
    }

    /** Without the identity number, so that a person in a message or log does no harm. */
    @Override
    public String toString() {
        return "Person[" + studentNumber + "]";
    }
}
