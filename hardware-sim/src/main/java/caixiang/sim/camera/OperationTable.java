package caixiang.sim.camera;

import caixiang.sim.ptp.OperationCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a camera can do. DeviceInfo lists what stands here, so it never claims more or less. */
public final class OperationTable {
    private final Map<OperationCode, Operation> operations = new EnumMap<>(OperationCode.class);

    public void add(OperationCode code, Operation operation) {
        if (operations.putIfAbsent(code, operation) != null) {
            throw new IllegalStateException(code + " is in the table already");
        }
    }

    public List<OperationCode> codes() {
        return List.copyOf(operations.keySet());
    }

    Optional<Operation> find(OperationCode code) {
        return Optional.ofNullable(operations.get(code));
    }
}
