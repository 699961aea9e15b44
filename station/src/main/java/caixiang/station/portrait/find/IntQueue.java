package caixiang.station.portrait.find;

import java.util.Arrays;

/** Whole numbers, first in, first out. What was taken out is not freed: a queue lives as long as one fill. */
final class IntQueue {
    private int[] values = new int[1 << 12];
    private int first;
    private int end;

    void add(int value) {
        if (end == values.length) {
            values = Arrays.copyOfRange(values, first, first + Math.max(values.length, 2 * (end - first)));
            end -= first;
            first = 0;
        }
        values[end++] = value;
    }

    boolean isEmpty() {
        return first == end;
    }

    int next() {
        return values[first++];
    }

    int[] toArray() {
        return Arrays.copyOfRange(values, first, end);
    }
}
