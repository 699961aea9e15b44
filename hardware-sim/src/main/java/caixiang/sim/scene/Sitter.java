package caixiang.sim.scene;

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

    /** @throws IllegalArgumentException when key or name are not as described; the message can be shown */
    public Sitter {
        if (!key.matches(KEY_SHAPE)) {
            throw new IllegalArgumentException("key must be 1 to 64 printable ASCII characters without | or blanks");
        }
        if (displayName.length() > DISPLAY_NAME_MAX) {
            throw new IllegalArgumentException("displayName must have at most 64 characters");
        }
    }

    boolean isNobody() {
        return key.equals(NOBODY.key);
    }
}
