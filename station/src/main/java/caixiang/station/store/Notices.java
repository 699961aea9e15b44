package caixiang.station.store;

import org.jdbi.v3.core.Handle;

/** Notices to all stations of a site, sent when the transaction is committed. PostgreSQL only. */
public final class Notices {
    /** Whoever wants to hear them runs {@code LISTEN caixiang}. */
    public static final String CHANNEL = "caixiang";

    private Notices() {}

    /**
     * Tells all stations.
     *
     * @param what changed; equal notices of one transaction are sent once
     */
    public static void tell(Handle handle, String what) {
        handle.createQuery("SELECT pg_notify(:channel, :what)")
                .bind("channel", CHANNEL)
                .bind("what", what)
                .mapTo(String.class)
                .list();
    }
}
