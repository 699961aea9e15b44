package caixiang.station.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Table {@code frame_look}: the mean colours of portraits. */
public final class FrameLooks {
    private final Handle handle;

    public FrameLooks(Handle handle) {
        this.handle = handle;
    }

    /** The newest portrait that has not been measured. */
    public Optional<PortraitRow> nextToMeasure(String sessionId) {
        return handle.createQuery(
                        "SELECT portrait.frame_id FROM portrait JOIN frame ON frame.frame_id = portrait.frame_id"
                                + " WHERE session_id = :session AND portrait.file IS NOT NULL AND frame.number IS NOT NULL"
                                + " AND portrait.frame_id NOT IN (SELECT frame_id FROM frame_look)"
                                + " ORDER BY portrait.frame_id DESC LIMIT 1")
                .bind("session", sessionId)
                .mapTo(String.class)
                .findOne()
                .flatMap(frameId -> new CutPortraits(handle).find(frameId));
    }

    /** No values say that the portrait cannot be measured. */
    public void insert(String frameId, List<Double> values) {
        String grid = values.stream()
                .map(value -> String.format(Locale.ROOT, "%.1f", value))
                .collect(Collectors.joining(" "));
        handle.createUpdate(
                        "INSERT INTO frame_look (frame_id, grid) VALUES (:frame, :grid) ON CONFLICT (frame_id) DO NOTHING")
                .bind("frame", frameId)
                .bind("grid", grid)
                .execute();
    }

    /** The values of those of these frames that could be measured. */
    public Map<String, List<Double>> of(List<String> frameIds) {
        Map<String, List<Double>> looks = new HashMap<>();
        if (!frameIds.isEmpty()) {
            handle.createQuery("SELECT frame_id, grid FROM frame_look WHERE frame_id IN (<frames>) AND grid <> ''")
                    .bindList("frames", frameIds)
                    .map((rs, ctx) -> Map.entry(rs.getString("frame_id"), rs.getString("grid")))
                    .forEach(row -> looks.put(
                            row.getKey(),
                            Stream.of(row.getValue().split(" "))
                                    .map(Double::valueOf)
                                    .toList()));
        }
        return looks;
    }
}
