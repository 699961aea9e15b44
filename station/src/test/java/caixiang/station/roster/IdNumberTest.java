package caixiang.station.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdNumberTest {
    /** The first is the example of GB 11643-1999; the others are published examples for Hong Kong and Taiwan. */
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440308199901101512", "810000199408230021", "830000199201300022"})
    void publishedExamplesAreValid(String number) {
        assertTrue(IdNumber.parse(number).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", // wrong check character
                "11010519491231003X", // one digit changed
                "11010519490231002X", // 31 February
                "X10105194912310021", // X not at the end
                "1.10105E+17", // what a spreadsheet makes of it
                "1234", // too short for any paper
                ""
            })
    void whatIsNoIdentityNumberIsRefused(String typed) {
        assertFalse(IdNumber.parse(typed).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "' 110105 19491231 002x ', 11010519491231002X",
        "１１０１０５１９４９１２３１００２Ｘ, 11010519491231002X",
        "h12345678, H12345678"
    })
    void typedFormsAreNormalised(String typed, String number) {
        assertEquals(number, IdNumber.parse(typed).orElseThrow().reveal());
    }

    @Test
    void onlyTheFirstSixAndLastFourAreShown() {
        IdNumber number = IdNumber.parse("11010519491231002X").orElseThrow();

        assertEquals("110105********002X", number.masked());
        assertEquals("110105********002X", number.toString(), "also when it gets into a message by mistake");
    }

    @ParameterizedTest
    @CsvSource({"样甲子, 样*子", "样甲, 样*", "样, *", "阿依古丽样, 阿***样", "𠮷田样, 𠮷*样"})
    void namesAreMaskedByCharacter(String name, String masked) {
        assertEquals(masked, Person.maskName(name));
    }
}
