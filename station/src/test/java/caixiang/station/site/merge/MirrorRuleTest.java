package caixiang.station.site.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What station A does with a number that arrives from the site. */
class MirrorRuleTest {
    @ParameterizedTest(name = "here {0}, arriving {1}, changed here {2}: {3}")
    @CsvSource({
        "none,             p waiting - @7,  false, TAKE",
        "p waiting - @5,   p current B @7,  false, TAKE",
        "p waiting - @7,   p waiting - @7,  false, LEAVE",
        "p current B @7,   p waiting - @5,  false, LEAVE",
        "p current A @5,   p current B @7,  true,  LEAVE",
        "p current A @5,   p done A @7,     false, TAKE",
        "p current A @5,   p waiting - @7,  false, TAKE_AND_KEEP_TURN",
        "p done A @5,      p current B @7,  false, TAKE_AND_KEEP_TURN",
        "p waiting - @5,   q waiting - @7,  false, LEAVE_NUMBER_TAKEN",
        "p done A @0,      q current A @7,  false, LEAVE_NUMBER_TAKEN"
    })
    void aNumberArrives(String here, String arriving, boolean isChangedHere, MirrorRule.Effect expected) {
        assertEquals(
                expected,
                new MirrorRule("A")
                        .decide(
                                SittingMergeTest.holding(here),
                                SittingMergeTest.holding(arriving).orElseThrow(),
                                isChangedHere));
    }
}
