package caixiang.station.print;

import caixiang.station.config.PrinterSettings;
import caixiang.station.store.Ids;
import caixiang.station.store.Session;

/** What the whole room works with. */
public record PrintContext(
        Session session, PrinterSettings settings, Ids ids, PrintListener listener, PrintTiming timing) {}
