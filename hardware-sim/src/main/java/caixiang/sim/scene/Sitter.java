package caixiang.sim.scene;

import java.util.Optional;

/**
 * Somebody to be photographed.
 *
 * @param key who it is, 1 to 64 printable ASCII characters without {@code |}, for it goes into the picture's code
 * @param displayName for the control page; empty when there is none
 * @param seed gives the looks; one seed always looks the same
 */
public record Sitter(String key, String displayName, long seed) {
    /** Who sits when nobody does. */
    public static final Sitter NOBODY = new Sitter("empty", "", 0);

    private static final String KEY_SHAPE = "[!-{}~]{1,64}";
    private static final int DISPLAY_NAME_MAX = 64;

    public Sitter {
        problem(key, displayName).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Why these cannot be a sitter's, in words that can be shown; nothing when they can. */
    public static Optional<String> problem(String key, String displayName) {
        if (!key.matches(KEY_SHAPE)) {
            return Optional.of("key must be 1 to 64 printable ASCII characters without | or blanks");
        }
        if (displayName.length() > DISPLAY_NAME_MAX) {
            return Optional.of("displayName must have at most " + DISPLAY_NAME_MAX + " characters");
        }
        return Optional.empty();
    }

    boolean isNobody() {
        return key.equals(NOBODY.key);
    }
}
