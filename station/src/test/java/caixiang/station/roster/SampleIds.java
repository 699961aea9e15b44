package caixiang.station.roster;

/** Identity numbers that belong to nobody: area 999999 is not assigned. */
public final class SampleIds {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private SampleIds() {}

    /** A valid number of someone born on 1 January 2004, with this order number. */
    public static String number(int order) {
        String first = "99999920040101" + String.format("%03d", order);
        int sum = 0;
        for (int i = 0; i < first.length(); i++) {
            sum += (first.charAt(i) - '0') * WEIGHTS[i];
        }
        return first + "10X98765432".charAt(sum % 11);
    }
}
