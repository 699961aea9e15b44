package caixiang.station.web;

import caixiang.station.day.Day;
import caixiang.station.day.DayView;
import caixiang.station.day.Obstacle;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The end of the day: what stands in its way, closing it, opening it again. */
final class DayApi {
    private final Day day;

    DayApi(Day day) {
        this.day = day;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "getDay", this::get, "closeDay", this::close, "reopenDay", this::reopen, "explain", this::explain);
    }

    private Future<Answer> get(ApiRequest request) {
        return request.home(day.view()).map(view -> Answer.ok(document(view)));
    }

    private Future<Answer> close(ApiRequest request) {
        return request.home(day.close(request.by())).map(view -> {
            if (view.closing().isEmpty()) {
                throw new Refusal(ProblemCode.DAY_NOT_READY);
            }
            return Answer.ok(document(view));
        });
    }

    private Future<Answer> reopen(ApiRequest request) {
        return request.home(day.reopen(request.by(), request.json().getString("reason")))
                .map(view -> Answer.ok(document(view)));
    }

    private Future<Answer> explain(ApiRequest request) {
        JsonObject asked = request.json();
        Obstacle.Code code = Day.explainable(asked.getString("code"))
                .orElseThrow(() -> new Refusal(Problem.of(
                        ProblemCode.BAD_REQUEST,
                        asked.getString("code") + " must be put right and cannot be explained.")));
        return request.home(day.explain(code, request.by(), asked.getString("reason")))
                .map(view -> Answer.ok(document(view)));
    }

    private static JsonObject document(DayView view) {
        var obstacles = new JsonArray();
        for (Obstacle obstacle : view.obstacles()) {
            obstacles.add(new JsonObject()
                    .put("code", obstacle.code().code())
                    .put("count", obstacle.count())
                    .put("explainable", obstacle.code().isExplainable()));
        }
        var json = new JsonObject()
                .put("state", view.closing().isPresent() ? "closed" : "open")
                .put("obstacles", obstacles);
        view.closing()
                .ifPresent(closing -> json.put(
                        "closing",
                        new JsonObject()
                                .put("at", closing.at().toString())
                                .put("by", closing.by())
                                .put("sequence", closing.sequence())
                                .put("hash", closing.hash())));
        return json;
    }
}
