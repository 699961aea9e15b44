package caixiang.station.web;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.print.PrintRoom;
import caixiang.station.store.PrintReadModel;
import caixiang.station.store.SheetRow;
import io.vertx.core.Future;
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
        return Map.of("getSheet", this::getSheet, "reprint", this::reprint);
    }

    private Future<Answer> getSheet(ApiRequest request) {
        return request.home(prints.sheet(request.text("sheetId")))
                .map(found -> found.filter(SheetRow::isDrawn).orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND)))
                .map(sheet -> Answer.file(archive.resolve(sheet.file()), Answer.PDF));
    }

    private Future<Answer> reprint(ApiRequest request) {
        return request.home(
                        printing.reprint(request.text("sheetId"), request.json().getString("reason"), request.by()))
                .map(queued -> queued.orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND)))
                .map(sheet -> Answer.accepted(Documents.sheet(sheet)));
    }
}
