package caixiang.station.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code station} of the shared database: who works on this site. A station holds its name as long as it renews its
 * lease. Leases are measured by the database's clock alone, for the stations' clocks differ. PostgreSQL only.
 */
public final class Stations {
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

    private final Handle handle;

    public Stations(Handle handle) {
        this.handle = handle;
    }

    /**
     * A station as the site knows it.
     *
     * @param address where its console is
     * @param isAlive whether it holds its lease
     * @param clockLead milliseconds by which its clock is ahead of this database's; empty until they were compared
     */
    public record Row(
            String name, String instanceId, String address, Instant seen, boolean isAlive, OptionalLong clockLead) {}

    /** This database's clock. */
    public Instant now() {
        return handle.createQuery("SELECT " + NOW)
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .one();
    }

    /** Keeps with a station's row how far its clock is ahead. */
    public void noteClock(String name, String instanceId, long leadMillis) {
        handle.createUpdate("UPDATE station SET clock_lead = :lead WHERE name = :name AND instance_id = :instance")
                .bind("lead", leadMillis)
                .bind("name", name)
                .bind("instance", instanceId)
                .execute();
    }

    /** Takes or renews the lease. False when another station holds this name. */
    public boolean hold(String name, String instanceId, String address, Duration lease) {
        return handle.createUpdate("INSERT INTO station (name, instance_id, address, seen_at, lease_until)"
                                + " VALUES (:name, :instance, :address, " + NOW + ", " + NOW + " + :lease)"
                                + " ON CONFLICT (name) DO UPDATE SET instance_id = excluded.instance_id,"
                                + " address = excluded.address, seen_at = excluded.seen_at,"
                                + " lease_until = excluded.lease_until"
                                + " WHERE station.instance_id = excluded.instance_id OR station.lease_until < " + NOW)
                        .bind("name", name)
                        .bind("instance", instanceId)
                        .bind("address", address)
                        .bind("lease", lease.toMillis())
                        .execute()
                > 0;
    }

    /** Whether this station still has its name: no other has taken it since its lease ran out. */
    public boolean isHeld(String name, String instanceId) {
        return find(name).filter(row -> row.instanceId().equals(instanceId)).isPresent();
    }

    /** Ends the lease of a station that stops. */
    public void release(String name, String instanceId) {
        handle.createUpdate("UPDATE station SET lease_until = 0 WHERE name = :name AND instance_id = :instance")
                .bind("name", name)
                .bind("instance", instanceId)
                .execute();
    }

    /** Forgets a station that is dead; if it comes back it enters itself again. */
    public void forget(String name) {
        handle.createUpdate("DELETE FROM station WHERE name = :name")
                .bind("name", name)
                .execute();
    }

    public Optional<Row> find(String name) {
        return all().stream().filter(row -> row.name().equals(name)).findFirst();
    }

    public List<Row> all() {
        return handle.createQuery("SELECT name, instance_id, address, seen_at, clock_lead, lease_until >= " + NOW
                        + " AS alive"
                        + " FROM station ORDER BY name")
                .map((rs, ctx) -> new Row(
                        rs.getString("name"),
                        rs.getString("instance_id"),
                        rs.getString("address"),
                        Columns.time(rs, "seen_at"),
                        rs.getBoolean("alive"),
                        lead(rs)))
                .list();
    }

    private static OptionalLong lead(ResultSet rs) throws SQLException {
        long lead = rs.getLong("clock_lead");
        return rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(lead);
    }
}
