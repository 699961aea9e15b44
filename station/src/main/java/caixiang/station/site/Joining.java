package caixiang.station.site;

import caixiang.station.store.Database;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.People;
import caixiang.station.store.Session;
import caixiang.station.store.SessionCopy;
import caixiang.station.store.Sessions;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.SiteIdentity;
import caixiang.station.store.SiteIdentity.Site;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.util.Optional;

/** Lets a station into a site, or says why not. Blocks; for the start only. */
public final class Joining {
    private final SharedDatabase shared;
    private final Database own;
    private final Session session;

    public Joining(SharedDatabase shared, Database own, Session session) {
        this.shared = shared;
        this.own = own;
        this.session = session;
    }

    /**
     * Brings the shared database up to date and the session into it. Nothing is copied yet.
     *
     * @throws StoreException if the site has another identity key, if this session was begun at this station alone or in
     *     another site, or if the shared database cannot be reached
     */
    public ThisStation join(String name, boolean hasCamera, IdentityVault vault, Ids ids) throws StoreException {
        shared.migrate();
        Site site = Waiting.forResult(
                shared.write(handle -> new SiteIdentity(handle).site(new Site(ids.next(), vault.keyCheck()))));
        if (!site.keyCheck().equals(vault.keyCheck())) {
            throw refused("the stations of this site use another identity key; copy the file identity.key of the first"
                    + " station to this one (setting identity.key), readable by its owner only");
        }
        Waiting.forResult(shared.write(
                handle -> new Sessions(handle).open(session, own.clock().instant())));
        share(site);
        String instance = Waiting.forResult(own.write(handle -> new SiteIdentity(handle).instanceId(ids.next())));
        return new ThisStation(name, instance, hasCamera);
    }

    /**
     * Starts without the site, as the station that it was when it last had it.
     *
     * @return empty when this session was never shared here: then there is no roster and no number to go on with
     */
    public Optional<ThisStation> goOnAlone(String name, boolean hasCamera, Ids ids) throws StoreException {
        boolean isKnown = Waiting.forResult(own.read(
                handle -> new SessionCopy(handle, session.id()).siteId().isPresent()));
        if (!isKnown) {
            return Optional.empty();
        }
        String instance = Waiting.forResult(own.write(handle -> new SiteIdentity(handle).instanceId(ids.next())));
        return Optional.of(new ThisStation(name, instance, hasCamera));
    }

    private void share(Site site) throws StoreException {
        boolean isShared = Waiting.forResult(own.write(handle -> {
            SessionCopy copy = new SessionCopy(handle, session.id());
            Optional<String> known = copy.siteId();
            if (known.isEmpty() && new People(handle).count(session.id()) == 0) {
                copy.begin(site.id());
                return true;
            }
            return known.filter(site.id()::equals).isPresent();
        }));
        if (!isShared) {
            throw refused("session " + session.id() + " was begun at this station alone or on another site, and its"
                    + " numbers would be given twice; set another session.id at every station of this site");
        }
    }

    private static StoreException refused(String why) {
        return new StoreException(StoreException.Fault.FAILED, why);
    }
}
