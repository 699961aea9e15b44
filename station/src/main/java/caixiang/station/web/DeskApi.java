package caixiang.station.web;

import caixiang.station.checkin.CheckIn;
import caixiang.station.checkin.CheckInOutcome;
import caixiang.station.checkin.CheckInOutcome.Given;
import caixiang.station.checkin.CheckInOutcome.Refused;
import caixiang.station.checkin.RosterImport;
import caixiang.station.checkin.RosterReport;
import caixiang.station.day.Day;
import caixiang.station.store.ReadModel;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The desk: the roster, who has which number, whose turn it is. */
final class DeskApi {
    private static final String CSV = "text/csv";

    private final ReadModel screens;
    private final CheckIn desk;
    private final RosterImport roster;
    private final Day day;

    DeskApi(ReadModel screens, CheckIn desk, RosterImport roster, Day day) {
        this.screens = screens;
        this.desk = desk;
        this.roster = roster;
        this.day = day;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "checkIn", this::checkIn,
                "callNext", this::callNext,
                "listSittings", this::listSittings,
                "getRoster", this::getRoster,
                "importRoster", this::importRoster);
    }

    private Future<Answer> checkIn(ApiRequest request) {
        if (day.isClosed()) {
            return Future.failedFuture(new Refusal(ProblemCode.DAY_CLOSED));
        }
        JsonObject asked = request.json();
        return request.home(desk.checkIn(asked.getString("credential"), asked.getString("requestId"), request.by()))
                .compose(outcome -> answer(request, outcome));
    }

    private Future<Answer> answer(ApiRequest request, CheckInOutcome outcome) {
        if (outcome instanceof Given given) {
            return request.home(screens.sitting(given.number()))
                    .map(Optional::orElseThrow)
                    .map(detail -> Documents.sitting(detail.sitting()))
                    .map(sitting -> given.created() ? Answer.created(sitting) : Answer.ok(sitting));
        }
        if (outcome instanceof Refused refused) {
            return Future.failedFuture(new Refusal(code(refused.code())));
        }
        throw new AssertionError(outcome);
    }

    private static ProblemCode code(CheckInOutcome.Code code) {
        return switch (code) {
            case UNKNOWN_CREDENTIAL -> ProblemCode.UNKNOWN_CREDENTIAL;
            case AMBIGUOUS_CREDENTIAL -> ProblemCode.AMBIGUOUS_CREDENTIAL;
            case BAD_REQUEST -> ProblemCode.BAD_REQUEST;
        };
    }

    private Future<Answer> callNext(ApiRequest request) {
        return request.home(desk.callNext(request.by()))
                .compose(current -> request.home(screens.queue()))
                .map(queue -> Answer.ok(Documents.queue(queue)));
    }

    private Future<Answer> listSittings(ApiRequest request) {
        return request.home(screens.sittings(request.limit()))
                .map(sittings ->
                        Answer.ok(sittings.stream().map(Documents::sitting).toList()));
    }

    private Future<Answer> getRoster(ApiRequest request) {
        return request.home(roster.report()).map(report -> Answer.ok(Documents.roster(report)));
    }

    private Future<Answer> importRoster(ApiRequest request) {
        if (!request.mediaType().equals(CSV)) {
            return Future.failedFuture(new Refusal(Problem.badRequest(415, "Send the roster as " + CSV + ".")));
        }
        return request.home(roster.importCsv(request.body().getBytes(), request.by()))
                .map(DeskApi::imported);
    }

    private static Answer imported(RosterReport report) {
        if (report.isTaken()) {
            return Answer.ok(Documents.roster(report));
        }
        List<JsonObject> rows =
                report.refused().stream().map(Documents::refusedRow).toList();
        throw new Refusal(Problem.withRows(ProblemCode.ROSTER_REFUSED, rows));
    }
}
