package caixiang.station.web;

import caixiang.station.site.sync.SharedSite;
import caixiang.station.store.sync.ConflictViews;
import caixiang.station.store.sync.Conflicts;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How this station stands to its site, and the conflicts that somebody must settle. */
final class SyncApi {
    private final Optional<SharedSite> site;

    SyncApi(Rooms rooms) {
        this.site = rooms.shared();
    }

    Map<String, Operation> operations() {
        return Map.of("listConflicts", this::listConflicts, "settleConflict", this::settleConflict);
    }

    /** Empty when the station works alone. */
    static Future<Optional<JsonObject>> standing(Rooms rooms, ApiRequest request) {
        return rooms.shared().isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : request.home(rooms.shared().get().standing()).map(standing -> Optional.of(json(standing)));
    }

    private static JsonObject json(SharedSite.Standing standing) {
        var json = new JsonObject()
                .put("framesToUpload", standing.backlog().frames())
                .put("rowsToUpload", standing.backlog().rows())
                .put("rowsRefused", standing.backlog().refused())
                .put("reserve", standing.reserve())
                .put("conflicts", standing.conflicts());
        standing.offlineSince().ifPresent(since -> json.put("offlineSince", since.toString()));
        return json;
    }

    private Future<Answer> listConflicts(ApiRequest request) {
        if (site.isEmpty()) {
            return Future.succeededFuture(Answer.ok(List.of()));
        }
        return request.home(site.get().conflicts())
                .map(views -> Answer.ok(views.stream().map(SyncApi::json).toList()));
    }

    private Future<Answer> settleConflict(ApiRequest request) {
        if (site.isEmpty()) {
            return Future.failedFuture(new Refusal(ProblemCode.NOT_FOUND));
        }
        String note = request.json().getString("note");
        return request.home(site.get().settle(request.text("id"), request.by(), note))
                .map(settled -> settled.orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND)))
                .map(view -> Answer.ok(json(view)));
    }

    private static JsonObject json(ConflictViews.View view) {
        Conflicts.Row conflict = view.conflict();
        var frames = new JsonArray();
        view.frames()
                .forEach((station, count) ->
                        frames.add(new JsonObject().put("station", station).put("count", count)));
        var json = new JsonObject()
                .put("id", conflict.id())
                .put("kind", conflict.kind())
                .put("station", conflict.station())
                .put("foundAt", conflict.found().toString())
                .put("frames", frames);
        conflict.number().ifPresent(number -> json.put("number", number));
        conflict.people().ifPresent(people -> json.put("people", people));
        conflict.otherNumber().ifPresent(number -> json.put("otherNumber", number));
        conflict.otherStation().ifPresent(station -> json.put("otherStation", station));
        view.person()
                .ifPresent(who -> json.put(
                        "person",
                        new JsonObject()
                                .put("studentNumber", who.studentNumber())
                                .put("name", who.name())));
        conflict.settled()
                .ifPresent(settled -> json.put(
                        "settled",
                        new JsonObject()
                                .put("at", settled.at().toString())
                                .put("by", settled.by())
                                .put("note", settled.note())));
        return json;
    }
}
