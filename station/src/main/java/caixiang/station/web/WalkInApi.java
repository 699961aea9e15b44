package caixiang.station.web;

import caixiang.station.checkin.WalkIn;
import caixiang.station.checkin.WalkInOutcome;
import caixiang.station.checkin.WalkInOutcome.Added;
import caixiang.station.checkin.WalkInOutcome.Refused;
import caixiang.station.checkin.WalkInRequest;
import caixiang.station.roster.IdNumber;
import caixiang.station.roster.Person;
import caixiang.station.store.PersonView;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The desk: somebody who is on no roster. */
final class WalkInApi {
    private final WalkIn walkIn;

    WalkInApi(WalkIn walkIn) {
        this.walkIn = walkIn;
    }

    Map<String, Operation> operations() {
        return Map.of("addPerson", this::addPerson);
    }

    private Future<Answer> addPerson(ApiRequest request) {
        JsonObject asked = request.json();
        var wanted = new WalkInRequest(
                asked.getString("requestId"),
                asked.getString("studentNumber"),
                asked.getString("name"),
                asked.getString("idNumber", ""),
                asked.getString("college"),
                asked.getString("className"),
                asked.getString("reason"),
                request.by());
        return request.home(walkIn.add(wanted)).map(WalkInApi::answer);
    }

    private static Answer answer(WalkInOutcome outcome) {
        if (outcome instanceof Added added) {
            JsonObject person = Documents.person(view(added.person()));
            return added.created() ? Answer.created(person) : Answer.ok(person);
        }
        if (outcome instanceof Refused refused) {
            throw new Refusal(problem(refused));
        }
        throw new AssertionError(outcome);
    }

    private static Problem problem(Refused refused) {
        return switch (refused.code()) {
            case BAD_REQUEST -> Problem.of(ProblemCode.BAD_REQUEST, refused.field() + " cannot be used as it is.");
            case BAD_ID_NUMBER -> Problem.of(ProblemCode.BAD_ID_NUMBER);
            case PERSON_LISTED -> Problem.of(ProblemCode.PERSON_LISTED);
        };
    }

    private static PersonView view(Person person) {
        return new PersonView(
                person.studentNumber(),
                person.name(),
                person.maskedName(),
                person.idNumber().map(IdNumber::masked).orElse(""),
                person.college(),
                person.className());
    }
}
