package caixiang.station.store;

/** Told after a commit that changed what the screens show. Returns at once; called on any thread. */
@FunctionalInterface
public interface StateListener {
    void stateChanged();
}
