package caixiang.station.store;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the screens ask about portraits and sheets. May be used from any thread. */
@CheckReturnValue
public final class PrintReadModel {
    private final Database database;

    public PrintReadModel(Database database) {
        this.database = database;
    }

    /** For each of these frames, also for those nothing has been made of. */
    public CompletionStage<Map<String, FramePrints>> of(Collection<String> frameIds) {
        return database.read(handle -> {
            Map<String, FramePrints> prints = new LinkedHashMap<>();
            for (String frameId : frameIds) {
                prints.put(
                        frameId,
                        new FramePrints(
                                new CutPortraits(handle).find(frameId),
                                new Verdicts(handle).find(frameId),
                                new PrintedSheets(handle).ofFrame(frameId)));
            }
            return prints;
        });
    }

    public CompletionStage<Optional<SheetRow>> sheet(String sheetId) {
        return database.read(handle -> new PrintedSheets(handle).find(sheetId));
    }
}
