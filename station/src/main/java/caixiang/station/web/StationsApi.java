package caixiang.station.web;

import caixiang.station.site.Membership;
import caixiang.station.site.StationView;
import caixiang.station.site.TakeoverOutcome;
import caixiang.station.site.TakeoverOutcome.Refused;
import caixiang.station.site.TakeoverOutcome.Taken;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The stations of the site: who is there, and taking over one that is dead. */
final class StationsApi {
    private final Rooms rooms;

    StationsApi(Rooms rooms) {
        this.rooms = rooms;
    }

    Map<String, Operation> operations() {
        return Map.of("takeOverStation", this::takeOver);
    }

    /** The site as this station knows it; without other stations when it works alone. */
    static JsonObject site(Rooms rooms) {
        List<JsonObject> stations = rooms.site().map(Membership::stations).orElse(List.of()).stream()
                .map(StationsApi::station)
                .toList();
        return new JsonObject()
                .put("station", rooms.screens().station())
                .put("isShared", rooms.site().isPresent())
                .put("isReachable", rooms.site().map(Membership::isReachable).orElse(true))
                .put("stations", Documents.array(stations));
    }

    private static JsonObject station(StationView view) {
        var json = new JsonObject()
                .put("name", view.name())
                .put("address", view.address())
                .put("state", view.isAlive() ? "alive" : "dead")
                .put("seenAt", view.seen().toString())
                .put("isThis", view.isThis());
        view.clockLeadMillis()
                .ifPresent(lead -> json.put("clockLeadMillis", lead).put("isClockOff", view.isClockOff()));
        view.current().ifPresent(number -> json.put("current", number));
        return json;
    }

    private Future<Answer> takeOver(ApiRequest request) {
        if (rooms.site().isEmpty()) {
            return Future.failedFuture(new Refusal(ProblemCode.NOT_FOUND));
        }
        return request.home(rooms.site().get().takeOver(request.text("name"), request.by()))
                .compose(StationsApi::answer);
    }

    private static Future<Answer> answer(TakeoverOutcome outcome) {
        if (outcome instanceof Taken taken) {
            var json = new JsonObject();
            taken.number().ifPresent(number -> json.put("number", number));
            return Future.succeededFuture(Answer.ok(json));
        }
        if (outcome instanceof Refused refused) {
            return Future.failedFuture(new Refusal(
                    switch (refused.reason()) {
                        case UNKNOWN -> ProblemCode.NOT_FOUND;
                        case ALIVE -> ProblemCode.NO_DEAD_STATION;
                    }));
        }
        throw new AssertionError(outcome);
    }
}
