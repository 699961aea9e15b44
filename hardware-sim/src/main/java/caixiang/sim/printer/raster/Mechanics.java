package caixiang.sim.printer.raster;

/**
 * How far a machine is from ideal: what a ruler on the paper finds and no protocol tells.
 *
 * @param rightMillimetres how far to the right everything lies
 * @param downMillimetres how far down everything lies
 * @param acrossScale what becomes of a millimetre across the paper
 * @param alongScale what becomes of a millimetre along the paper
 */
public record Mechanics(double rightMillimetres, double downMillimetres, double acrossScale, double alongScale) {
    public static final Mechanics IDEAL = new Mechanics(0, 0, 1, 1);
    private static final double OFFSET_MAX = 5;
    private static final double SCALE_ERROR_MAX = 0.05;

    public Mechanics {
        if (!(Math.abs(rightMillimetres) <= OFFSET_MAX && Math.abs(downMillimetres) <= OFFSET_MAX)) {
            throw new IllegalArgumentException("a machine may be off by at most 5 mm");
        }
        if (!(Math.abs(acrossScale - 1) <= SCALE_ERROR_MAX && Math.abs(alongScale - 1) <= SCALE_ERROR_MAX)) {
            throw new IllegalArgumentException("a machine's scale is 0.95 to 1.05");
        }
    }
}
