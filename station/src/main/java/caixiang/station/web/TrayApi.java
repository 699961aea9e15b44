package caixiang.station.web;

import caixiang.station.capture.tray.MoveCommand;
import caixiang.station.capture.tray.MovePlan;
import caixiang.station.capture.tray.MoveRequest;
import caixiang.station.capture.tray.Proposal;
import caixiang.station.capture.tray.RunWatch;
import caixiang.station.capture.tray.TrayEntry;
import caixiang.station.capture.tray.TrayRoom;
import caixiang.station.store.FramePrints;
import caixiang.station.store.FrameView;
import caixiang.station.store.PrintReadModel;
import caixiang.station.store.ReadModel;
import caixiang.station.store.SittingView;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The tray, and giving frames to other numbers. */
final class TrayApi {
    private static final FramePrints NOTHING_MADE = new FramePrints(Optional.empty(), Optional.empty(), List.of());

    private final ReadModel screens;
    private final PrintReadModel prints;
    private final TrayRoom tray;
    private final RunWatch runWatch;
    private final String station;

    TrayApi(Rooms rooms) {
        this.screens = rooms.screens();
        this.prints = rooms.prints();
        this.tray = rooms.tray();
        this.runWatch = rooms.runWatch();
        this.station = rooms.station();
    }

    Map<String, Operation> operations() {
        return Map.of(
                "listTray", this::listTray,
                "assignFrame", this::assignFrame,
                "previewMove", this::previewMove,
                "moveFrames", this::moveFrames,
                "undoMove", this::undoMove,
                "listMoves", this::listMoves,
                "destroySheets", this::destroySheets,
                "listSuspectedShifts", this::listSuspectedShifts);
    }

    private Future<Answer> listTray(ApiRequest request) {
        return request.home(tray.tray()).compose(entries -> {
            List<String> ids =
                    entries.stream().map(entry -> entry.frame().frameId()).toList();
            Set<Integer> numbers = new TreeSet<>();
            entries.forEach(entry -> entry.proposals().forEach(proposal -> numbers.add(proposal.number())));
            return request.home(prints.of(ids))
                    .compose(made -> sittings(request, numbers)
                            .map(known -> Answer.ok(entries.stream()
                                    .map(entry -> entry(entry, made, known))
                                    .toList())));
        });
    }

    private static JsonObject entry(TrayEntry entry, Map<String, FramePrints> made, Map<Integer, SittingView> known) {
        String frameId = entry.frame().frameId();
        List<JsonObject> proposals =
                entry.proposals().stream().map(one -> proposal(one, known)).toList();
        return Documents.frame(new FrameView(entry.frame(), Optional.empty()), made.getOrDefault(frameId, NOTHING_MADE))
                .put("announcedAt", entry.frame().times().announced().toString())
                .put("proposals", Documents.array(proposals));
    }

    private static JsonObject proposal(Proposal proposal, Map<Integer, SittingView> known) {
        var json = new JsonObject()
                .put("number", proposal.number())
                .put("score", proposal.score())
                .put(
                        "reasons",
                        Documents.array(
                                proposal.reasons().stream().map(TrayApi::reason).toList()));
        putPerson(json, proposal.number(), known);
        return json;
    }

    private static JsonObject reason(Proposal.Reason reason) {
        var json = new JsonObject().put("code", reason.kind().code());
        reason.at().ifPresent(at -> json.put("at", at.toString()));
        if (reason.toleranceSeconds() > 0) {
            json.put("toleranceSeconds", reason.toleranceSeconds());
        }
        return json;
    }

    private Future<Answer> assignFrame(ApiRequest request) {
        JsonObject asked = request.json();
        var move = new MoveRequest.Frames(List.of(request.text("frameId")), number(asked));
        return request.home(tray.carryOut(command(request), move, asked.getString("token")))
                .map(done -> Answer.ok(MoveDocuments.operation(done)));
    }

    private Future<Answer> previewMove(ApiRequest request) {
        return request.home(tray.preview(move(request.json()))).compose(plan -> {
            Set<Integer> numbers = new TreeSet<>();
            plan.numbers().forEach(change -> numbers.add(change.number()));
            return sittings(request, numbers).map(known -> Answer.ok(preview(plan, known)));
        });
    }

    private static JsonObject preview(MovePlan plan, Map<Integer, SittingView> known) {
        JsonObject json = MoveDocuments.plan(plan);
        json.getJsonArray("numbers").forEach(each -> {
            JsonObject change = (JsonObject) each;
            putPerson(change, change.getInteger("number"), known);
        });
        return json;
    }

    private Future<Answer> moveFrames(ApiRequest request) {
        JsonObject asked = request.json();
        MoveRequest move = move(asked.getJsonObject("move"));
        return request.home(tray.carryOut(command(request), move, asked.getString("token")))
                .map(done -> Answer.ok(MoveDocuments.operation(done)));
    }

    private Future<Answer> undoMove(ApiRequest request) {
        return request.home(tray.undo(request.text("operationId"), command(request)))
                .map(done -> Answer.ok(MoveDocuments.operation(done)));
    }

    private Future<Answer> listMoves(ApiRequest request) {
        return request.home(tray.moves(request.limit()))
                .compose(operations -> request.home(tray.takeBack())
                        .compose(sheets -> request.home(tray.destroyed(request.limit()))
                                .map(destroyed -> Answer.ok(MoveDocuments.list(operations, sheets, destroyed)))));
    }

    private Future<Answer> destroySheets(ApiRequest request) {
        List<String> ids = request.json().getJsonArray("sheetIds").stream()
                .map(String.class::cast)
                .toList();
        return request.home(tray.destroy(ids, request.by())).compose(done -> listMoves(request));
    }

    private Future<Answer> listSuspectedShifts(ApiRequest request) {
        return request.home(runWatch.suspicions())
                .map(found ->
                        Answer.ok(found.stream().map(MoveDocuments::suspicion).toList()));
    }

    private static MoveCommand command(ApiRequest request) {
        JsonObject asked = request.json();
        return new MoveCommand(asked.getString("requestId"), request.by(), asked.getString("reason"));
    }

    private MoveRequest move(JsonObject asked) {
        JsonObject frames = asked.getJsonObject("frames");
        if (frames != null) {
            JsonArray ids = frames.getJsonArray("frameIds");
            return new MoveRequest.Frames(ids.stream().map(String.class::cast).toList(), number(frames));
        }
        JsonObject named = asked.getJsonObject("named");
        if (named != null) {
            JsonArray among = named.getJsonArray("frameIds", new JsonArray());
            return new MoveRequest.Named(among.stream().map(String.class::cast).toList());
        }
        JsonObject shift = asked.getJsonObject("shift");
        return new MoveRequest.Shift(
                shift.getInteger("from"),
                shift.getInteger("to"),
                shift.getInteger("by"),
                Optional.ofNullable(shift.getString("firstFrameId")),
                shift.getString("station", station),
                Optional.ofNullable(shift.getString("camera")));
    }

    /** Empty when the frames are nobody's; the contract allows one of the two. */
    private static OptionalInt number(JsonObject asked) {
        Integer number = asked.getInteger("number");
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private Future<Map<Integer, SittingView>> sittings(ApiRequest request, Set<Integer> numbers) {
        return request.home(screens.sittingsOf(numbers)).map(found -> {
            Map<Integer, SittingView> byNumber = new HashMap<>();
            found.forEach(sitting -> byNumber.put(sitting.number(), sitting));
            return byNumber;
        });
    }

    private static void putPerson(JsonObject json, int number, Map<Integer, SittingView> known) {
        SittingView sitting = known.get(number);
        if (sitting != null) {
            json.put("person", Documents.person(sitting.person()));
        }
    }
}
