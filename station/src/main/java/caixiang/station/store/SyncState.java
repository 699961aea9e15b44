package caixiang.station.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code sync_state}, one row of a station's own database: how it stands to its site, also after a restart. */
public final class SyncState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Handle handle;

    public SyncState(Handle handle) {
        this.handle = handle;
    }

    /** Since when the station is offline; empty while it is not. */
    public Optional<Instant> offlineSince() {
        return handle.createQuery("SELECT offline_since FROM sync_state WHERE is_offline = 1")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    public boolean isOffline() {
        return handle.createQuery("SELECT is_offline = 1 FROM sync_state")
                .mapTo(Boolean.class)
                .one();
    }

    /** From here on triggers note what is changed in the queue. True when the station was not offline. */
    public boolean goOffline(Instant now) {
        return handle.createUpdate("UPDATE sync_state SET is_offline = 1, offline_since = :now WHERE is_offline = 0")
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    public void goOnline() {
        handle.execute("UPDATE sync_state SET is_offline = 0, offline_since = NULL");
    }

    /** The stations that worked when the site was last seen. */
    public List<String> stations() {
        String json = handle.createQuery("SELECT stations FROM sync_state")
                .mapTo(String.class)
                .one();
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void saveStations(List<String> names) {
        try {
            handle.createUpdate("UPDATE sync_state SET stations = :json WHERE stations <> :json")
                    .bind("json", JSON.writeValueAsString(names))
                    .execute();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
