package caixiang.sim.camera;

import caixiang.sim.ptp.OperationCode;
import caixiang.sim.ptp.ResponseCode;
import caixiang.sim.ptpip.Packet;
import caixiang.sim.ptpip.Payload;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Finds the handler of an operation in the table, guards the session, keeps the log. One command loop at a time. */
final class Dispatcher {
    private final OperationTable table;
    private final Session session;
    private final OperationLog log;
    private final Clock clock;

    Dispatcher(OperationTable table, Session session, OperationLog log, Clock clock) {
        this.table = table;
        this.session = session;
        this.log = log;
        this.clock = clock;
    }

    Session session() {
        return session;
    }

    Answer perform(Packet.OperationRequest request, Payload data) throws IOException {
        Answer answer = answer(request, data);
        record(request, answer);
        return answer;
    }

    /** Answers without performing anything. */
    Answer refuse(Packet.OperationRequest request, int response) {
        Answer answer = Answer.of(response);
        record(request, answer);
        return answer;
    }

    private Answer answer(Packet.OperationRequest request, Payload data) throws IOException {
        Optional<OperationCode> code = OperationCode.of(request.operation());
        Optional<Operation> operation = code.flatMap(table::find);
        if (code.isEmpty() || operation.isEmpty()) {
            return Answer.of(ResponseCode.OPERATION_NOT_SUPPORTED);
        }
        if (!session.isOpen() && !worksWithoutSession(code.get())) {
            return Answer.of(ResponseCode.SESSION_NOT_OPEN);
        }
        return operation.get().perform(new Request(code.get(), request.transactionId(), request.parameters(), data));
    }

    private static boolean worksWithoutSession(OperationCode code) {
        return code == OperationCode.GET_DEVICE_INFO || code == OperationCode.OPEN_SESSION;
    }

    private void record(Packet.OperationRequest request, Answer answer) {
        log.add(new OperationLog.Entry(
                clock.instant(),
                request.operation(),
                request.parameters(),
                request.transactionId(),
                answer.response()));
    }
}
