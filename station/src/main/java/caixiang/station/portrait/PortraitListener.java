package caixiang.station.portrait;

import caixiang.station.archive.Frame;

/** Told after a portrait, or the reason why there is none, is recorded. Called on a sheet thread; hands over. */
@FunctionalInterface
public interface PortraitListener {
    void portraitDecided(Frame frame);
}
