package caixiang.station;

import caixiang.station.config.Settings;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.NewestId;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The open database and what every room needs with it: the key to identity numbers, the day's session, new ids. */
record Records(Database database, IdentityVault vault, Session session, Ids ids) {

    /** Blocks; for the start only. Closes the database again when the rest cannot be had. */
    static Records open(Settings settings, ForwardClock clock) throws StoreException {
        DatabaseAtStart.prepare(settings, clock);
        Database database = Database.open(settings.data().database(), clock);
        try {
            IdentityVault vault = IdentityKey.open(settings.identity().key(), database);
            Optional<Instant> newest = Waiting.forResult(database.read(handle -> new Journal(handle).newestAt()));
            boolean isSetBack = newest.filter(clock::goesOnAfter).isPresent();
            LocalDate today = LocalDate.now(clock);
            var session = new Session(
                    settings.session().idOn(today), settings.session().nameOn(today));
            Waiting.forResult(database.write(handle -> {
                Instant now = clock.instant();
                if (isSetBack) {
                    new Journal(handle)
                            .append(JournalEntry.of(now, session.id(), "clock-set-back")
                                    .with("newest", newest.orElse(now).toString()));
                }
                return new Sessions(handle).open(session, now);
            }));
            var ids = new Ids(clock, new SecureRandom());
            Waiting.forResult(database.read(NewestId::of)).ifPresent(ids::after);
            return new Records(database, vault, session, ids);
        } catch (StoreException | RuntimeException e) {
            database.close();
            throw e;
        }
    }
}
