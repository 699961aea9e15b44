package caixiang.sim.camera;

import caixiang.sim.ptp.OperationCode;
import caixiang.sim.ptpip.Payload;
import java.util.List;

/** An operation request as a handler sees it; {@code data} is empty when there was no data-out phase. */
public record Request(OperationCode operation, int transactionId, List<Integer> parameters, Payload data) {
    /** A parameter by its index from 0; one that was not sent counts as 0. */
    public int parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : 0;
    }
}
