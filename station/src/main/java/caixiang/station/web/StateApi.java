package caixiang.station.web;

import caixiang.station.camera.CameraStatus;
import caixiang.station.keeping.CopyState;
import caixiang.station.keeping.RoomLeft;
import caixiang.station.print.PrinterView;
import caixiang.station.store.Counts;
import caixiang.station.store.QueueView;
import caixiang.station.store.Session;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The station as a whole: everything a screen needs when it opens, and the journal. */
final class StateApi {
    private final Rooms rooms;
    private final Clock clock;

    StateApi(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    Map<String, Operation> operations() {
        return Map.of("getState", this::getState, "listJournal", this::listJournal);
    }

    private Future<Answer> getState(ApiRequest request) {
        Future<QueueView> queue = request.home(rooms.screens().queue());
        Future<Counts> counts = request.home(rooms.screens().counts());
        Future<Optional<String>> lastFrame = request.home(rooms.screens().lastFrameId());
        Future<Optional<JsonObject>> sync = SyncApi.standing(rooms, request);
        return Future.all(queue, counts, lastFrame, sync).map(all -> {
            var json = new JsonObject()
                    .put("session", session(rooms.screens().session()))
                    .put("camera", camera(rooms.camera().status()))
                    .put("printer", printer(rooms.printing().printer()))
                    .put("queue", Documents.queue(queue.result()))
                    .put("counts", counts(counts.result()))
                    .put(
                            "archive",
                            archive(rooms.keeper().room(), rooms.keeper().copies()))
                    .put("capturing", rooms.capture().isCapturing())
                    .put("site", StationsApi.site(rooms))
                    .put("serverTime", clock.instant().toString());
            lastFrame.result().ifPresent(frameId -> json.put("lastFrameId", frameId));
            sync.result().ifPresent(standing -> json.put("sync", standing));
            return Answer.ok(json);
        });
    }

    private Future<Answer> listJournal(ApiRequest request) {
        return request.home(rooms.screens().journal(request.limit()))
                .map(rows ->
                        Answer.ok(rows.stream().map(Documents::journalEntry).toList()));
    }

    private static JsonObject session(Session session) {
        return new JsonObject().put("id", session.id()).put("name", session.name());
    }

    private static JsonObject camera(CameraStatus status) {
        var json = new JsonObject().put("state", status.state().name().toLowerCase(Locale.ROOT));
        status.camera().ifPresent(body -> json.put("model", body.model()).put("serial", body.serial()));
        status.fault()
                .ifPresent(fault -> json.put("fault", ProblemCode.of(fault).code()));
        return json;
    }

    private JsonObject printer(PrinterView printer) {
        var json = new JsonObject()
                .put("state", printer.state().code())
                .put("reasons", new JsonArray(printer.reasons()))
                .put("pending", printer.pending())
                .put("doubtful", printer.queue().doubtful());
        printer.name().ifPresent(name -> json.put("name", name));
        printer.sheetsLeft().ifPresent(sheets -> json.put("sheetsLeft", sheets));
        rooms.printing().peopleLeft().ifPresent(people -> json.put("peopleLeft", people));
        return json;
    }

    private static JsonObject archive(RoomLeft room, CopyState copies) {
        var copy = new JsonObject()
                .put("wanted", copies.isWanted())
                .put("behind", copies.behind())
                .put("sameDisk", copies.isOnSameDisk());
        copies.problem().ifPresent(problem -> copy.put("problem", problem.code()));
        copies.brokenSince().ifPresent(since -> copy.put("brokenSince", since.toString()));
        return new JsonObject()
                .put("freeBytes", room.freeBytes())
                .put("bytesPerPerson", room.bytesPerPerson())
                .put("peopleLeft", room.peopleLeft())
                .put("peopleToCome", room.peopleToCome())
                .put("secondCopy", copy);
    }

    private static JsonObject counts(Counts counts) {
        return new JsonObject()
                .put("roster", counts.roster())
                .put("checkedIn", counts.checkedIn())
                .put("photographed", counts.photographed())
                .put("tray", counts.tray())
                .put("late", counts.late());
    }
}
