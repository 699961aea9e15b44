package caixiang.station;

import caixiang.station.config.Settings;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.NewestId;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;

/** The open database and what every room needs with it: the key to identity numbers, the day's session, new ids. */
record Records(Database database, IdentityVault vault, Session session, Ids ids) {

    /** Blocks; for the start only. Closes the database again when the rest cannot be had. */
    static Records open(Settings settings, Clock clock) throws StoreException {
        DatabaseAtStart.prepare(settings, clock);
        Database database = Database.open(settings.data().database(), clock);
        try {
            IdentityVault vault = IdentityKey.open(settings.identity().key(), database);
            LocalDate today = LocalDate.now(clock);
            var session = new Session(
                    settings.session().idOn(today), settings.session().nameOn(today));
            Waiting.forResult(database.write(handle -> new Sessions(handle).open(session, clock.instant())));
            var ids = new Ids(clock, new SecureRandom());
            Waiting.forResult(database.read(NewestId::of)).ifPresent(ids::after);
            return new Records(database, vault, session, ids);
        } catch (StoreException | RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
