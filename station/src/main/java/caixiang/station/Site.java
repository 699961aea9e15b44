package caixiang.station;

import caixiang.station.config.Settings;
import caixiang.station.config.SharedSettings;
import caixiang.station.site.Joining;
import caixiang.station.site.LocalQueue;
import caixiang.station.site.Membership;
import caixiang.station.site.Queue;
import caixiang.station.site.SharedQueue;
import caixiang.station.site.ThisStation;
import caixiang.station.store.SharedAddress;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.StateListener;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * The queue, and the stations it is shared with; without {@code shared.url} this station has it for itself.
 *
 * @param membership empty when the station works alone
 */
record Site(Queue queue, Optional<Membership> membership) {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    /** Blocks; for the start only. */
    static Site open(Settings settings, Records records, StateListener listener, StopOrder stops)
            throws StoreException {
        String name = settings.station().name();
        if (settings.shared().isEmpty()) {
            var queue = new LocalQueue(records.database(), records.session(), name);
            Waiting.forResult(queue.start());
            return new Site(queue, Optional.empty());
        }
        SharedSettings wanted = settings.shared().get();
        var address = new SharedAddress(wanted.url(), wanted.user(), wanted.password());
        SharedDatabase shared = SharedDatabase.at(address, records.database().clock());
        stops.add("shared store", LONGEST_STOP, shared::close);
        ThisStation station = new Joining(shared, records.database(), records.session())
                .join(name, !settings.camera().isNone(), records.vault(), records.ids());
        var queue = new SharedQueue(shared, records.database(), records.session(), station);
        var membership = new Membership(shared, queue, records.session(), station, listener);
        stops.add("site", LONGEST_STOP, membership::close);
        membership.enter();
        return new Site(queue, Optional.of(membership));
    }

    /** Tells the others on which computer this console is; it can be opened there only. */
    void consoleIsAt(int port) {
        membership.ifPresent(site -> site.consoleIsAt("http://" + hostName() + ":" + port + "/"));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
