package caixiang.sim.camera;

import caixiang.sim.ptp.ResponseCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What an operation comes to: a response, and the data phase before it if there is one. */
public record Answer(int response, List<Integer> parameters, Optional<DataIn> data) {
    public Answer {
        parameters = List.copyOf(parameters);
    }

    public static Answer of(ResponseCode code, int... parameters) {
        return of(code.wire(), parameters);
    }

    /** Any number as response, for faults. */
    static Answer of(int response, int... parameters) {
        return new Answer(response, IntStream.of(parameters).boxed().toList(), Optional.empty());
    }

    public static Answer data(byte[] bytes) {
        return data(DataIn.of(bytes));
    }

    public static Answer data(DataIn data, int... parameters) {
        return new Answer(
                ResponseCode.OK.wire(), IntStream.of(parameters).boxed().toList(), Optional.of(data));
    }
}
