package caixiang.station.store;

import org.jdbi.v3.core.Handle;

/** Which site a shared database is, and which station this one is among the others. */
public final class SiteIdentity {
    private final Handle handle;

    public SiteIdentity(Handle handle) {
        this.handle = handle;
    }

    /**
     * A site.
     *
     * @param keyCheck of the identity key that all stations of the site have
     */
    public record Site(String id, String keyCheck) {}

    /** In the shared database: the site it is. The first station to ask makes it one. */
    public Site site(Site ifNew) {
        handle.createUpdate("INSERT INTO site (only_row, site_id, key_check) VALUES (1, :id, :check)"
                        + " ON CONFLICT DO NOTHING")
                .bind("id", ifNew.id())
                .bind("check", ifNew.keyCheck())
                .execute();
        return handle.createQuery("SELECT site_id, key_check FROM site")
                .map((rs, ctx) -> new Site(rs.getString("site_id"), rs.getString("key_check")))
                .one();
    }

    /** In the station's own database: its id, made once. */
    public String instanceId(String ifNew) {
        handle.createUpdate("INSERT INTO this_station (only_row, instance_id) VALUES (1, :id) ON CONFLICT DO NOTHING")
                .bind("id", ifNew)
                .execute();
        return handle.createQuery("SELECT instance_id FROM this_station")
                .mapTo(String.class)
                .one();
    }
}
