package caixiang.sim.printer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one kind of machine can do.
 *
 * @param sheetTime for a sheet of 102 × 152 mm, or for any sheet when it is not timed by area
 * @param sheetsPerRoll of paper and of ribbon; 0 for a machine that never runs out
 * @param dpi of the print head
 */
public record PrinterModel(String makeAndModel, Duration sheetTime, boolean isTimedByArea, int sheetsPerRoll, int dpi) {
    private static final int SHEETS_MAX = 100_000;
    private static final long HUNDREDTHS_4X6 = 10_160L * 15_240L;
    /** Speeds and rolls of 102 × 152 mm as the makers' data sheets have them. */
    private static final Map<String, PrinterModel> NAMED = named();

    public PrinterModel {
        if (sheetTime.isNegative() || sheetTime.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("sheet time must be 0 to 1 hour, not " + sheetTime);
        }
        if (sheetsPerRoll < 0 || sheetsPerRoll > SHEETS_MAX) {
            throw new IllegalArgumentException("a roll has at most " + SHEETS_MAX + " sheets, not " + sheetsPerRoll);
        }
    }

    /** A machine of no maker's, that never runs out and takes the same time for every sheet. */
    public static PrinterModel plain(Duration sheetTime) {
        return new PrinterModel("Caixiang simulated photo printer", sheetTime, false, 0, 300);
    }

    public static Optional<PrinterModel> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    public static String names() {
        return String.join(", ", NAMED.keySet());
    }

    public PrinterModel withSheetTime(Duration time) {
        return new PrinterModel(makeAndModel, time, false, sheetsPerRoll, dpi);
    }

    Duration timeFor(JobTicket.PageSetup page) {
        return isTimedByArea
                ? sheetTime.multipliedBy((long) page.width() * page.height()).dividedBy(HUNDREDTHS_4X6)
                : sheetTime;
    }

    private static Map<String, PrinterModel> named() {
        Map<String, PrinterModel> models = new LinkedHashMap<>();
        models.put("dnp-ds620", new PrinterModel("DNP DS620 (simulated)", Duration.ofMillis(8_300), true, 400, 300));
        models.put(
                "dnp-rx1hs", new PrinterModel("DNP DS-RX1HS (simulated)", Duration.ofMillis(12_400), true, 700, 300));
        models.put(
                "citizen-cx02",
                new PrinterModel("Citizen CX-02 (simulated)", Duration.ofMillis(8_400), true, 400, 300));
        models.put(
                "mitsubishi-cpd70",
                new PrinterModel("Mitsubishi CP-D70DW (simulated)", Duration.ofMillis(8_700), true, 400, 300));
        return models;
    }
}
