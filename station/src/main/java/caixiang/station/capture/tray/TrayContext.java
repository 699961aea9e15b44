package caixiang.station.capture.tray;

import caixiang.station.store.Ids;
import caixiang.station.store.Session;
import java.time.Duration;

/**
 * What the whole room works with.
 *
 * @param settling how long before its announcement a frame may have been exposed
 */
public record TrayContext(Session session, String station, Duration settling, Ids ids, MoveListener listener) {}
