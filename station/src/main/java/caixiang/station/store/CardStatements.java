package caixiang.station.store;

import caixiang.station.camera.CameraIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code card_statement}: the last comparison of each camera's card. */
public final class CardStatements {
    private static final String SELECT =
            "SELECT camera_serial, camera_model, station, card, compared_at, on_card, filed,"
                    + " baseline, fetched, wanted, unexplained, vanished FROM card_statement";

    private final Handle handle;

    public CardStatements(Handle handle) {
        this.handle = handle;
    }

    /** Writes the statement in the place of the camera's last one. */
    public void save(CardStatement statement) {
        handle.createUpdate(
                        "INSERT INTO card_statement (camera_serial, camera_model, station, card, compared_at, on_card,"
                                + " filed, baseline, fetched, wanted, unexplained, vanished) VALUES (:serial, :model, :station,"
                                + " :card, :at, :onCard, :filed, :baseline, :fetched, :wanted, :unexplained, :vanished)"
                                + " ON CONFLICT (camera_serial) DO UPDATE SET camera_model = :model, station = :station,"
                                + " card = :card, compared_at = :at, on_card = :onCard, filed = :filed, baseline = :baseline,"
                                + " fetched = :fetched, wanted = :wanted, unexplained = :unexplained, vanished = :vanished")
                .bind("serial", statement.camera().serial())
                .bind("model", statement.camera().model())
                .bind("station", statement.station())
                .bind("card", statement.card())
                .bind("at", statement.at().toEpochMilli())
                .bind("onCard", statement.onCard())
                .bind("filed", statement.filed())
                .bind("baseline", statement.baseline())
                .bind("fetched", statement.fetched())
                .bind("wanted", statement.wanted())
                .bind("unexplained", statement.unexplained())
                .bind("vanished", statement.vanished())
                .execute();
    }

    public Optional<CardStatement> of(String cameraSerial) {
        return handle.createQuery(SELECT + " WHERE camera_serial = :serial")
                .bind("serial", cameraSerial)
                .map((rs, ctx) -> map(rs))
                .findOne();
    }

    /** Of all cameras, the newest first. */
    public List<CardStatement> all() {
        return handle.createQuery(SELECT + " ORDER BY compared_at DESC, camera_serial")
                .map((rs, ctx) -> map(rs))
                .list();
    }

    private static CardStatement map(ResultSet rs) throws SQLException {
        return new CardStatement(
                new CameraIdentity(rs.getString("camera_serial"), rs.getString("camera_model"), ""),
                rs.getString("station"),
                rs.getInt("card"),
                Columns.time(rs, "compared_at"),
                rs.getInt("on_card"),
                rs.getInt("filed"),
                rs.getInt("baseline"),
                rs.getInt("fetched"),
                rs.getInt("wanted"),
                rs.getInt("unexplained"),
                rs.getInt("vanished"));
    }
}
