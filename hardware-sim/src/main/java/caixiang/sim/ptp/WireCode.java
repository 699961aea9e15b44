package caixiang.sim.ptp;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A code that has a number on the wire. */
public interface WireCode {
    /** The number in the standard, 16 bits unless the enum says otherwise. */
    int wire();

    /** Indexes the constants of a code enum by their numbers; two constants of one number are a programming error. */
    static <C extends WireCode> Map<Integer, C> index(C[] constants) {
        return Stream.of(constants).collect(Collectors.toUnmodifiableMap(WireCode::wire, Function.identity()));
    }
}
