package caixiang.layouts.geometry;

import java.math.BigDecimal;

/**
 * A length in whole micrometres. Millimetres to three places, inches (25 400 µm) and IPP's hundredths of a millimetre
 * are all exact in it, so no plan ever holds a rounded number.
 */
public record Length(long micrometres) implements Comparable<Length> {

    public static final Length ZERO = new Length(0);

    private static final int MILLIMETRE_PLACES = 3;
    private static final long MICROMETRES_PER_INCH = 25_400;

    /**
     * Exactly so many millimetres.
     *
     * @throws ArithmeticException if that is finer than a micrometre
     */
    public static Length ofMillimetres(BigDecimal millimetres) {
        return new Length(millimetres.movePointRight(MILLIMETRE_PLACES).longValueExact());
    }

    /** As {@link #ofMillimetres(BigDecimal)}, from decimal text such as {@code "88.9"}. */
    public static Length ofMillimetres(String millimetres) {
        return ofMillimetres(new BigDecimal(millimetres));
    }

    /**
     * Exactly so many inches.
     *
     * @throws ArithmeticException if that is no whole number of micrometres
     */
    public static Length ofInches(BigDecimal inches) {
        return new Length(
                inches.multiply(BigDecimal.valueOf(MICROMETRES_PER_INCH)).longValueExact());
    }

    public Length plus(Length other) {
        return new Length(Math.addExact(micrometres, other.micrometres));
    }

    public Length minus(Length other) {
        return new Length(Math.subtractExact(micrometres, other.micrometres));
    }

    public Length times(int factor) {
        return new Length(Math.multiplyExact(micrometres, factor));
    }

    public boolean isPositive() {
        return micrometres > 0;
    }

    public boolean isNegative() {
        return micrometres < 0;
    }

    /** The nearest whole number of pixels at this many dots per inch. */
    public int pixels(int dotsPerInch) {
        return Math.toIntExact(Math.round(micrometres * (double) dotsPerInch / MICROMETRES_PER_INCH));
    }

    @Override
    public int compareTo(Length other) {
        return Long.compare(micrometres, other.micrometres);
    }

    /** As people say it: {@code 88.9 mm}. */
    @Override
    public String toString() {
        return millimetres() + " mm";
    }

    String millimetres() {
        return BigDecimal.valueOf(micrometres, MILLIMETRE_PLACES)
                .stripTrailingZeros()
                .toPlainString();
    }
}
