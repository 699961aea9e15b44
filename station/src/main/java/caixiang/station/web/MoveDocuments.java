package caixiang.station.web;

import caixiang.station.capture.shift.Suspicion;
import caixiang.station.capture.tray.MovePlan;
import caixiang.station.store.MoveOperation;
import caixiang.station.store.MovedFrame;
import caixiang.station.store.PrintedSheets;
import caixiang.station.store.SheetRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Moves as the contract describes them. What is not known is left out, never null. */
final class MoveDocuments {
    private MoveDocuments() {}

    static JsonObject plan(MovePlan plan) {
        return new JsonObject()
                .put("token", plan.token())
                .put("kind", plan.kind())
                .put(
                        "moves",
                        Documents.array(plan.moves().stream()
                                .map(move -> moved(
                                        move.frame().frameId(), move.frame().number(), move.to()))
                                .toList()))
                .put(
                        "numbers",
                        Documents.array(plan.numbers().stream()
                                .map(MoveDocuments::change)
                                .toList()))
                .put(
                        "warnings",
                        Documents.array(plan.warnings().stream()
                                .map(warning -> new JsonObject()
                                        .put("code", warning.kind().code())
                                        .put("number", warning.number()))
                                .toList()))
                .put("takeBack", sheets(plan.takeBack()));
    }

    static JsonObject list(
            List<MoveOperation> operations, List<SheetRow> takeBack, List<PrintedSheets.Destroyed> destroyed) {
        return new JsonObject()
                .put(
                        "operations",
                        Documents.array(operations.stream()
                                .map(MoveDocuments::operation)
                                .toList()))
                .put("takeBack", sheets(takeBack))
                .put(
                        "destroyed",
                        Documents.array(destroyed.stream()
                                .map(each -> new JsonObject()
                                        .put("sheetId", each.sheet().sheetId())
                                        .put("template", each.sheet().template())
                                        .put("label", label(each.sheet()))
                                        .put("by", each.by())
                                        .put("at", each.at().toString()))
                                .toList()));
    }

    static JsonObject operation(MoveOperation operation) {
        var json = new JsonObject()
                .put("operationId", operation.operationId())
                .put("kind", operation.kind())
                .put("by", operation.by())
                .put("reason", operation.reason())
                .put("at", operation.at().toString())
                .put("mayBeUndone", operation.mayBeUndone())
                .put(
                        "frames",
                        Documents.array(operation.frames().stream()
                                .map(MoveDocuments::moved)
                                .toList()));
        operation.undoes().ifPresent(undone -> json.put("undoes", undone));
        operation.undoneBy().ifPresent(undo -> json.put("undoneBy", undo));
        operation.builtOnBy().ifPresent(later -> json.put("builtOnBy", later));
        return json;
    }

    static JsonObject suspicion(Suspicion suspicion) {
        var json = new JsonObject()
                .put("from", suspicion.from())
                .put("to", suspicion.to())
                .put("by", suspicion.by())
                .put("frameIds", new JsonArray(suspicion.frameIds()))
                .put("score", suspicion.score())
                .put(
                        "evidence",
                        Documents.array(suspicion.evidence().stream()
                                .map(seen -> new JsonObject()
                                        .put("kind", seen.kind().code())
                                        .put("number", seen.number()))
                                .toList()));
        suspicion.neighbour().ifPresent(number -> json.put("neighbour", number));
        return json;
    }

    private static JsonObject moved(MovedFrame frame) {
        return moved(frame.frameId(), frame.from(), frame.to());
    }

    private static JsonObject moved(String frameId, OptionalInt from, OptionalInt to) {
        var json = new JsonObject().put("frameId", frameId);
        from.ifPresent(number -> json.put("from", number));
        to.ifPresent(number -> json.put("to", number));
        return json;
    }

    private static JsonObject change(MovePlan.Change change) {
        return new JsonObject()
                .put("number", change.number())
                .put("before", change.before())
                .put("leaving", change.leaving())
                .put("arriving", change.arriving())
                .put("after", change.after());
    }

    private static JsonArray sheets(List<SheetRow> sheets) {
        return Documents.array(sheets.stream().map(MoveDocuments::labelled).toList());
    }

    /** A sheet by what whoever looks for the paper reads on it. */
    static JsonObject labelled(SheetRow sheet) {
        return Documents.sheet(sheet).put("frameId", sheet.frameId()).put("label", label(sheet));
    }

    /** The number on the paper, and which sheet it is. */
    private static String label(SheetRow sheet) {
        return String.format(Locale.ROOT, "%04d-%s", sheet.number().orElse(0), sheet.template());
    }
}
