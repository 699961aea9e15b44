package caixiang.station.day;

import caixiang.station.day.Obstacle.Code;
import caixiang.station.sitting.SittingStatus;
import caixiang.station.store.Leftovers;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The obstacles that stand in the database. Confined to the thread of its handle. */
final class StoredObstacles {
    private static final List<Code> STORED = List.of(
            Code.TRAY,
            Code.CURRENT,
            Code.WAITING,
            Code.LATE,
            Code.LOST,
            Code.NO_FRAME,
            Code.SHEETS_UNDER_WAY,
            Code.SHEETS_DOUBTFUL,
            Code.SHEETS_TO_TAKE_BACK);

    private final Leftovers leftovers;

    StoredObstacles(Handle handle, String sessionId) {
        this.leftovers = new Leftovers(handle, sessionId);
    }

    List<Obstacle> all() {
        List<Obstacle> all = new ArrayList<>();
        for (Code code : STORED) {
            int count = items(code).size();
            if (count > 0) {
                all.add(new Obstacle(code, count));
            }
        }
        return all;
    }

    /** Ids or numbers of what stands in the way; empty for what the database does not know. */
    List<String> items(Code code) {
        return switch (code) {
            case TRAY -> leftovers.tray();
            case CURRENT -> leftovers.sittings(SittingStatus.CURRENT.code());
            case WAITING -> leftovers.sittings(SittingStatus.WAITING.code());
            case LATE -> leftovers.lateShots(code.code());
            case LOST -> leftovers.lostShots(code.code());
            case NO_FRAME -> leftovers.turnsWithoutFrame(code.code());
            case SHEETS_UNDER_WAY -> leftovers.sheetsUnderWay(code.code());
            case SHEETS_DOUBTFUL -> leftovers.sheetsDoubtful(code.code());
            case SHEETS_TO_TAKE_BACK -> leftovers.sheetsToTakeBack(code.code());
            case JOURNAL_BEHIND,
                    COPY_BEHIND,
                    COPY_BROKEN,
                    CARD_UNEXPLAINED,
                    CARD_NOT_COMPARED,
                    SITE_BEHIND,
                    SITE_CONFLICTS,
                    UNKNOWN -> List.of();
        };
    }
}
