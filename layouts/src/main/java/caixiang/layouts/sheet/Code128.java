package caixiang.layouts.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bars and spaces of Code 128 (ISO/IEC 15417): pairs of digits in code set C, other ASCII in code set B. */
final class Code128 {

    private static final int START_B = 104;
    private static final int START_C = 105;
    private static final int STOP = 106;
    private static final int CHECK_MODULUS = 103;

    /** Modules of white that a reader needs on either side. */
    private static final int QUIET = 10;

    /** Widths of bar, space, bar … of each symbol value. */
    private static final List<String> WIDTHS = Arrays.asList("""
            212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212
            112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131
            311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
            112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
            313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111
            314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
            122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
            124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
            114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
            """.strip().split("\\s+"));

    private Code128() {}

    /** True where there is ink, quiet zones included; nothing for a text that the code cannot say. */
    static boolean[] modules(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return new boolean[0];
        }
        List<Integer> values = values(text);
        int check = values.get(0);
        for (int i = 1; i < values.size(); i++) {
            check += i * values.get(i);
        }
        values.add(check % CHECK_MODULUS);
        values.add(STOP);
        int[] widths = values.stream()
                .flatMapToInt(value -> WIDTHS.get(value).chars().map(c -> c - '0'))
                .toArray();
        boolean[] modules = new boolean[Arrays.stream(widths).sum() + 2 * QUIET];
        int at = QUIET;
        for (int i = 0; i < widths.length; i++) {
            Arrays.fill(modules, at, at + widths[i], i % 2 == 0);
            at += widths[i];
        }
        return modules;
    }

    private static List<Integer> values(String text) {
        var values = new ArrayList<Integer>();
        if (text.length() % 2 == 0 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            values.add(START_C);
            for (int i = 0; i < text.length(); i += 2) {
                values.add(Integer.parseInt(text.substring(i, i + 2)));
            }
        } else {
            values.add(START_B);
            text.chars().forEach(c -> values.add(c - ' '));
        }
        return values;
    }
}
