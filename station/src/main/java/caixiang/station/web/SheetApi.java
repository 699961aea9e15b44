package caixiang.station.web;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.print.PrintRoom;
import caixiang.station.print.PrintStanding;
import caixiang.station.store.ClassSheets;
import caixiang.station.store.PrintReadModel;
import caixiang.station.store.SheetRow;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Sheets as they were sent to the printer, and sending them again. */
final class SheetApi {
    private final PrintRoom printing;
    private final PrintReadModel prints;
    private final ArchivePaths archive;

    SheetApi(PrintRoom printing, PrintReadModel prints, ArchivePaths archive) {
        this.printing = printing;
        this.prints = prints;
        this.archive = archive;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "getSheet", this::getSheet,
                "reprint", this::reprint,
                "answerSheet", this::answerSheet,
                "cancelSheet", this::cancelSheet,
                "putSheetFirst", this::putSheetFirst,
                "getPrinting", this::getPrinting,
                "pausePrinting", this::pausePrinting);
    }

    private Future<Answer> getSheet(ApiRequest request) {
        return request.home(prints.sheet(request.text("sheetId")))
                .map(found -> found.filter(SheetRow::isDrawn).orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND)))
                .map(sheet -> Answer.file(archive.resolve(sheet.file()), Answer.PDF));
    }

    private Future<Answer> reprint(ApiRequest request) {
        return request.home(
                        printing.reprint(request.text("sheetId"), request.json().getString("reason"), request.by()))
                .map(sheet -> Answer.accepted(Documents.sheet(sheet)));
    }

    private Future<Answer> answerSheet(ApiRequest request) {
        return request.home(
                        printing.answer(request.text("sheetId"), request.json().getBoolean("cameOut"), request.by()))
                .map(sheet -> Answer.ok(Documents.sheet(sheet)));
    }

    private Future<Answer> cancelSheet(ApiRequest request) {
        return request.home(printing.cancel(request.text("sheetId"), request.by()))
                .map(sheet -> Answer.ok(Documents.sheet(sheet)));
    }

    private Future<Answer> putSheetFirst(ApiRequest request) {
        return request.home(printing.putFirst(request.text("sheetId"), request.by()))
                .map(sheet -> Answer.ok(Documents.sheet(sheet)));
    }

    private Future<Answer> getPrinting(ApiRequest request) {
        return request.home(printing.standing()).map(SheetApi::standing);
    }

    private Future<Answer> pausePrinting(ApiRequest request) {
        return request.home(printing.pause(request.json().getBoolean("paused"), request.by()))
                .map(SheetApi::standing);
    }

    private static Answer standing(PrintStanding standing) {
        return Answer.ok(new JsonObject()
                .put("paused", standing.isPaused())
                .put(
                        "doubtful",
                        Documents.array(standing.doubtful().stream()
                                .map(MoveDocuments::labelled)
                                .toList()))
                .put(
                        "classes",
                        Documents.array(standing.classes().stream()
                                .map(SheetApi::classSheets)
                                .toList())));
    }

    private static JsonObject classSheets(ClassSheets counted) {
        return new JsonObject()
                .put("className", counted.className())
                .put("template", counted.template())
                .put("people", counted.people())
                .put("done", counted.done())
                .put("doubtful", counted.doubtful())
                .put("underWay", counted.underWay());
    }
}
