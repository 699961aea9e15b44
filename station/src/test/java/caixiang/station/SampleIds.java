package caixiang.station;

/** Identity numbers with a right check digit (GB 11643) in an area that is not assigned. */
final class SampleIds {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private SampleIds() {}

    static String of(String studentNumber) {
        String digits = "99000020000101" + studentNumber.substring(studentNumber.length() - 3);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
