package caixiang.station.capture;

import caixiang.station.camera.CardObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file's name follows that of the camera's last owned frame. A hint and never an identity: counters wrap at 9999,
 * folders change, some cameras begin at {@code capt0000} again and again, and cards are swapped. Pure.
 *
 * @param missing for {@link Kind#GAP} how many numbers were left out
 */
record FileCounter(Kind kind, int missing) {
    enum Kind {
        /** This camera has no frame with an owner yet. */
        FIRST,
        /** The next number, also across the wrap or into a new folder. */
        FOLLOWS,
        /** Some pictures lie between; they were late, deleted, or went to the tray. */
        GAP,
        /** An earlier number: the picture was exposed before the last one, if the counter was not set back. */
        BEHIND,
        /** The names begin anew, or are another camera's or card's. */
        RESTARTED
    }

    /** Farther apart, two numbers say nothing about each other. */
    private static final int NEAR_MAX = 500;

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{4,6})\\.[A-Za-z0-9]{1,5}");

    static FileCounter of(Optional<CardObject> last, CardObject now) {
        if (last.isEmpty()) {
            return new FileCounter(Kind.FIRST, 0);
        }
        Matcher before = NUMBERED.matcher(last.get().name());
        Matcher after = NUMBERED.matcher(now.name());
        boolean isSameSeries = before.matches()
                && after.matches()
                && before.group(1).equals(after.group(1))
                && before.group(2).length() == after.group(2).length();
        return isSameSeries ? between(before.group(2), after.group(2)) : new FileCounter(Kind.RESTARTED, 0);
    }

    private static FileCounter between(String last, String now) {
        int top = (int) Math.pow(10, last.length()) - 1;
        int from = Integer.parseInt(last);
        int to = Integer.parseInt(now);
        // The counter of DCF cameras goes from 9999 to 0001; some write 0000.
        int ahead = to > from ? to - from : from > top - NEAR_MAX ? to + top - from : to - from;
        if (to < from && from > top - NEAR_MAX && to == 0) {
            ahead = Math.max(1, top - from + 1);
        }
        if (ahead == 1) {
            return new FileCounter(Kind.FOLLOWS, 0);
        }
        if (ahead > 1 && ahead <= NEAR_MAX) {
            return new FileCounter(Kind.GAP, ahead - 1);
        }
        // A first number is a new beginning far more often than a picture that comes late.
        return ahead < 0 && ahead >= -NEAR_MAX && to > 1
                ? new FileCounter(Kind.BEHIND, 0)
                : new FileCounter(Kind.RESTARTED, 0);
    }

    boolean isFollowing() {
        return kind == Kind.FOLLOWS;
    }

    boolean isBehind() {
        return kind == Kind.BEHIND;
    }

    /** As in the evidence: {@code first}, {@code follows}, {@code gap3}, {@code behind}, {@code restarted}. */
    String word() {
        return switch (kind) {
            case FIRST -> "first";
            case FOLLOWS -> "follows";
            case GAP -> "gap" + missing;
            case BEHIND -> "behind";
            case RESTARTED -> "restarted";
        };
    }
}
