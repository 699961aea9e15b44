package caixiang.station.capture;

import caixiang.station.config.CaptureSettings;
import caixiang.station.store.Ids;
import caixiang.station.store.Session;

/** What the whole room works with: the session, this station's name, its limits, and where ids come from. */
public record CaptureContext(Session session, String station, CaptureSettings settings, Ids ids) {}
