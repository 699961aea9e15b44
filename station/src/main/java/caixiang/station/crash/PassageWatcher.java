package caixiang.station.crash;

/**
 * Sees the program pass its crash points. The shipped program brings none; a test puts one on the class path, found as a
 * service once when the program starts, so there is no setting that could be left on by mistake.
 */
public interface PassageWatcher {

    /** Called on the thread that passes, at the point. May not return. */
    void passed(CrashPoint point);
}
