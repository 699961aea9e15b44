package caixiang.station.journal;

import caixiang.station.store.JournalLink;
import caixiang.station.store.JournalRow;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Stands for the last line of a file when that is no row: no database holds it, so the file is set aside. */
final class JournalDamage {
    static final JournalLink LINK = new JournalLink(
            new JournalRow(-1, Instant.EPOCH, "", "damaged", OptionalInt.empty(), Optional.empty(), "{}"), "", "");

    private JournalDamage() {}
}
