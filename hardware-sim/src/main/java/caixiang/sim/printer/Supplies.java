package caixiang.sim.printer;

import java.util.ArrayList;
import java.util.List;

/** Paper and ribbon in the machine, one of each for a sheet. Guarded by the queue's lock. */
final class Supplies {
    private static final int LOW_SHEETS = 20;

    private final int perRoll;
    private int media;
    private int ribbon;

    /** Full. */
    Supplies(PrinterModel model) {
        this.perRoll = model.sheetsPerRoll();
        this.media = perRoll;
        this.ribbon = perRoll;
    }

    /**
     * How many sheets are left.
     *
     * @param perRoll 0 for a machine that never runs out
     */
    record Levels(int perRoll, int media, int ribbon) {}

    Levels levels() {
        return new Levels(perRoll, media, ribbon);
    }

    void load(int mediaSheets, int ribbonSheets) {
        if (perRoll == 0) {
            throw new IllegalArgumentException("this machine never runs out; start it as a --model that does");
        }
        if (Math.min(mediaSheets, ribbonSheets) < 0 || Math.max(mediaSheets, ribbonSheets) > perRoll) {
            throw new IllegalArgumentException("a roll of this machine has 0 to " + perRoll + " sheets");
        }
        media = mediaSheets;
        ribbon = ribbonSheets;
    }

    void useOne() {
        if (perRoll > 0) {
            media = Math.max(0, media - 1);
            ribbon = Math.max(0, ribbon - 1);
        }
    }

    /** As printer-state-reasons (RFC 8011 §5.4.12; PWG 5100.9 for the ribbon of a dye-sublimation printer). */
    List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        if (perRoll > 0) {
            addFor(conditions, media, "media-empty-error", "media-low-warning");
            addFor(conditions, ribbon, "marker-print-ribbon-empty-error", "marker-print-ribbon-almost-empty-warning");
        }
        return conditions;
    }

    private static void addFor(List<String> conditions, int left, String empty, String low) {
        if (left == 0) {
            conditions.add(empty);
        } else if (left <= LOW_SHEETS) {
            conditions.add(low);
        }
    }
}
