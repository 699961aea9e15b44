package caixiang.sim.printer.mischief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MischiefTextTest {
    @Test
    void aScriptStrikesTheJobsItNames() throws Exception {
        Mischief mischief = new Mischief();
        mischief.play(MischiefText.parse("[{\"job\":2,\"do\":\"vanish:50\"},{\"job\":3,\"do\":\"media-jam-error\"}]"));
        assertEquals(Optional.empty(), mischief.onJob());
        assertEquals(Optional.of(new Misdeed(Misdeed.Kind.VANISH, "", 50)), mischief.onJob());
        mischief.befallNext(MischiefText.misdeed("merge"));
        assertEquals(Optional.of(new Misdeed(Misdeed.Kind.MERGE, "", 0)), mischief.onJob(), "by hand comes first");
        mischief.play(List.of());
        assertEquals(Optional.empty(), mischief.onJob());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                 | expected an array
            [                                  | no JSON
            [{"job":0,"do":"merge"}]           | rule 1: "job" must be a whole number
            [{"job":1,"do":"explode"}]         | rule 1: "do" must be one of print-twice, merge
            [{"job":1,"do":"vanish"}]          | vanish needs milliseconds
            [{"job":1,"do":"merge:5"}]         | merge takes no time
            [{"job":1,"do":"vanish:soon"}]     | milliseconds are 1 to
            [{"job":1,"do":"merge","for":3}]   | "for" is unknown
            """)
    void whatCannotBeReadIsRefusedWithWhatIsAllowed(String json, String told) {
        MischiefException refused = assertThrows(MischiefException.class, () -> MischiefText.parse(json));
        assertTrue(refused.problem().contains(told), refused.problem());
    }
}
