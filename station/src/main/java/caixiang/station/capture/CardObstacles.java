package caixiang.station.capture;

import caixiang.station.camera.SelfTaken;
import caixiang.station.day.Obstacle;
import caixiang.station.day.ObstacleSource;
import caixiang.station.store.CardStatement;
import caixiang.station.store.CardStatements;
import caixiang.station.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** What the cards have against closing the day: files that no frame was made from, and cards not compared since. */
public final class CardObstacles implements ObstacleSource {
    /** What was fetched from a card was seen by the comparison that missed it. */
    private static final String FETCHED = "'%\"trigger=card\"%'";

    private final Database database;
    private final String sessionId;
    private final String station;

    public CardObstacles(Database database, String sessionId, String station) {
        this.database = database;
        this.sessionId = sessionId;
        this.station = station;
    }

    @Override
    public CompletionStage<List<Obstacle>> obstacles() {
        return database.read(this::read);
    }

    private List<Obstacle> read(Handle handle) {
        List<Obstacle> obstacles = new ArrayList<>();
        int unexplained = 0;
        for (CardStatement statement : new CardStatements(handle).all()) {
            boolean isOurs = statement.station().equals(station);
            unexplained += isOurs ? statement.wanted() + statement.unexplained() : 0;
        }
        if (unexplained > 0) {
            obstacles.add(new Obstacle(Obstacle.Code.CARD_UNEXPLAINED, unexplained));
        }
        int notCompared = handle.createQuery("SELECT COUNT(DISTINCT f.camera_serial) FROM frame f"
                        + " LEFT JOIN card_statement s ON s.camera_serial = f.camera_serial"
                        + " WHERE f.session_id = :session AND f.station = :station AND f.camera_serial <> :selfTaken"
                        + " AND f.evidence NOT LIKE " + FETCHED
                        + " AND (s.compared_at IS NULL OR s.compared_at < f.announced_at)")
                .bind("session", sessionId)
                .bind("station", station)
                .bind("selfTaken", SelfTaken.CAMERA.serial())
                .mapTo(Integer.class)
                .one();
        if (notCompared > 0) {
            obstacles.add(new Obstacle(Obstacle.Code.CARD_NOT_COMPARED, notCompared));
        }
        return obstacles;
    }
}
