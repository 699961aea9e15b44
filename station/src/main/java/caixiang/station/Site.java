package caixiang.station;

import caixiang.station.config.Settings;
import caixiang.station.config.SharedSettings;
import caixiang.station.site.Joining;
import caixiang.station.site.LocalQueue;
import caixiang.station.site.Membership;
import caixiang.station.site.Queue;
import caixiang.station.site.SharedQueue;
import caixiang.station.site.ThisStation;
import caixiang.station.site.sync.SharedSite;
import caixiang.station.site.sync.SiteSync;
import caixiang.station.site.sync.SteadyQueue;
import caixiang.station.store.SharedAddress;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.SiteListener;
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
 * @param roster the queue that rosters are taken through; with several stations they are taken only while all can see it
 * @param sharing empty when the station works alone
 */
record Site(Queue queue, Queue roster, Optional<Sharing> sharing) {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    /** With several stations: who they are, and how this one keeps up with them. */
    record Sharing(Membership membership, SteadyQueue steady, SharedSite standing) {}

    /** Blocks; for the start only. */
    static Site open(Settings settings, Records records, StateListener listener, StopOrder stops)
            throws StoreException {
        String name = settings.station().name();
        if (settings.shared().isEmpty()) {
            var queue = new LocalQueue(records.database(), records.session(), name);
            Waiting.forResult(queue.start());
            return new Site(queue, queue, Optional.empty());
        }
        SharedSettings wanted = settings.shared().get();
        var address = new SharedAddress(wanted.url(), wanted.user(), wanted.password());
        SharedDatabase shared = SharedDatabase.at(address, records.database().clock());
        stops.add("shared store", LONGEST_STOP, shared::close);
        Entry entry = enter(
                new Joining(shared, records.database(), records.session()),
                name,
                !settings.camera().isNone(),
                records);
        var queue = new SharedQueue(shared, records.database(), records.session(), entry.station());
        var steady = new SteadyQueue(queue, records.database(), records.session(), listener);
        steady.start();
        var membership = new Membership(shared, queue, records.session(), entry.station(), listener);
        stops.add("site", LONGEST_STOP, membership::close);
        if (entry.failure().isPresent()) {
            Waiting.forResult(steady.lost(entry.failure().get()));
            membership.enterWhenItAnswers();
        } else {
            membership.enter();
        }
        var places = new SiteSync.Places(records.database(), shared, queue, records.session(), entry.station());
        var sync = new SiteSync(places, steady, wanted.reserve(), listener);
        sync.start();
        stops.add("site sync", LONGEST_STOP, sync::close);
        var notices = new SiteListener(address, sync::wake);
        notices.start();
        stops.add("site listener", LONGEST_STOP, notices::close);
        var standing = new SharedSite(records.database(), records.session(), steady, sync::caughtUp);
        return new Site(steady, steady.together(), Optional.of(new Sharing(membership, steady, standing)));
    }

    /** @param failure why the site could not be entered; the station goes on as it was when it last had it */
    private record Entry(ThisStation station, Optional<StoreException> failure) {}

    private static Entry enter(Joining joining, String name, boolean hasCamera, Records records) throws StoreException {
        try {
            return new Entry(joining.join(name, hasCamera, records.vault(), records.ids()), Optional.empty());
        } catch (StoreException e) {
            if (e.fault() != StoreException.Fault.UNREACHABLE) {
                throw e;
            }
            ThisStation known =
                    joining.goOnAlone(name, hasCamera, records.ids()).orElseThrow(() -> e);
            return new Entry(known, Optional.of(e));
        }
    }

    /** Tells the others on which computer this console is; it can be opened there only. */
    void consoleIsAt(int port) {
        sharing.ifPresent(site -> site.membership().consoleIsAt("http://" + hostName() + ":" + port + "/"));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
