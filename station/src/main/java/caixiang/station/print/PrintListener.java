package caixiang.station.print;

/** Told after a commit, on any of the room's threads; hands over and returns. */
public interface PrintListener {

    /** A sheet of this frame was planned or went a step further. */
    void sheetsChanged(String frameId);

    /** What {@link PrintRoom#printer()} answers is other than before. */
    void printerChanged();
}
