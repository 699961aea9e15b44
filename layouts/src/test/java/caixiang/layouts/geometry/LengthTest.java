package caixiang.layouts.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LengthTest {

    @Test
    void millimetresAndInchesAreExact() {
        assertEquals(new Length(88_900), Length.ofMillimetres("88.9"));
        assertEquals(new Length(88_900), Length.ofInches(new BigDecimal("3.5")));
        assertEquals(new Length(88_900), new Length(8_890L).times(10), "hundredths of a millimetre, as IPP counts");
    }

    @Test
    void whatIsFinerThanAMicrometreIsNotRounded() {
        assertThrows(ArithmeticException.class, () -> Length.ofMillimetres("0.0001"));
        assertThrows(ArithmeticException.class, () -> Length.ofInches(new BigDecimal("0.00001")));
    }

    @Test
    void sumsThatDoNotFitAreRefusedNotWrapped() {
        assertThrows(ArithmeticException.class, () -> new Length(Long.MAX_VALUE).plus(new Length(1)));
        assertThrows(ArithmeticException.class, () -> new Length(Long.MAX_VALUE).times(2));
    }

    @Test
    void pixelsAreThoseOfTheTrade() {
        assertEquals(new PixelSize(827, 1157), Size.ofMillimetres("35", "49").pixels(600));
        assertEquals(new PixelSize(413, 579), Size.ofMillimetres("35", "49").pixels(300));
        assertEquals(new PixelSize(295, 413), Size.ofMillimetres("25", "35").pixels(300));
        assertEquals(new PixelSize(390, 567), Size.ofMillimetres("33", "48").pixels(300));
    }

    @Test
    void lengthsReadAsMillimetres() {
        assertEquals("88.9 mm", new Length(88_900).toString());
        assertEquals("0.005 mm", new Length(5).toString());
        assertEquals("-120 mm", new Length(-120_000).toString());
        assertEquals("88.9×127 mm", Size.ofMillimetres("88.9", "127").toString());
    }
}
