package caixiang.station.site.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.station.site.merge.Verdict.Effect;
import caixiang.station.sitting.SittingStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What wins when station A comes back. Holdings are written "person status station @ revision". */
class SittingMergeTest {
    private static final int NUMBER = 31;
    private static final String NONE = "none";

    static Stream<Arguments> cases() {
        return Stream.of(
                row("checked in here", "p waiting - @0", "none", 0, Effect.INSERT, NONE),
                row("checked in and photographed here", "p done A @0", "none", 0, Effect.INSERT, NONE),
                row("checked in at two desks", "p waiting - @0", "none", 12, Effect.INSERT_SECOND, "two-numbers"),
                row(
                        "checked in at two desks, sitting here",
                        "p current A @0",
                        "none",
                        12,
                        Effect.INSERT_SECOND,
                        "two-numbers"),
                row(
                        "entered by a merge that was interrupted",
                        "p waiting - @0",
                        "p waiting - @8",
                        NUMBER,
                        Effect.KEEP_SITE,
                        NONE),
                row(
                        "interrupted, called here since",
                        "p current A @0",
                        "p waiting - @8",
                        NUMBER,
                        Effect.WRITE_OURS,
                        NONE),
                row(
                        "called here, untouched at the site",
                        "p current A @5",
                        "p waiting - @5",
                        NUMBER,
                        Effect.WRITE_OURS,
                        NONE),
                row(
                        "ended here, untouched at the site",
                        "p done A @5",
                        "p current A @5",
                        NUMBER,
                        Effect.WRITE_OURS,
                        NONE),
                row(
                        "called at two stations",
                        "p current A @5",
                        "p current B @6",
                        NUMBER,
                        Effect.KEEP_SITE,
                        "called-twice"),
                row("done at two stations", "p done A @5", "p done B @9", NUMBER, Effect.KEEP_SITE, "called-twice"),
                row(
                        "given to another by a take-over",
                        "p done A @5",
                        "p current B @9",
                        NUMBER,
                        Effect.KEEP_SITE,
                        "called-twice"),
                row(
                        "given back by a take-over, still sitting here",
                        "p current A @5",
                        "p waiting - @9",
                        NUMBER,
                        Effect.WRITE_OURS,
                        NONE),
                row(
                        "given back by a take-over, done here",
                        "p done A @5",
                        "p waiting - @9",
                        NUMBER,
                        Effect.WRITE_OURS,
                        NONE),
                row(
                        "our own call whose answer was lost",
                        "p done A @5",
                        "p current A @6",
                        NUMBER,
                        Effect.WRITE_OURS,
                        NONE),
                row(
                        "merged before, interrupted before it was noted",
                        "p done A @5",
                        "p done A @6",
                        NUMBER,
                        Effect.KEEP_SITE,
                        NONE),
                row(
                        "not called here, called elsewhere",
                        "p waiting - @5",
                        "p current B @7",
                        NUMBER,
                        Effect.KEEP_SITE,
                        NONE),
                row("the site was put back to before it", "p done A @5", "none", 0, Effect.INSERT, NONE),
                row(
                        "the site gave it to somebody else",
                        "p done A @0",
                        "q waiting - @3",
                        0,
                        Effect.KEEP_SITE,
                        "number-taken"),
                row(
                        "the site gave it to somebody else again",
                        "p waiting - @0",
                        "q done B @3",
                        0,
                        Effect.KEEP_SITE,
                        "number-taken"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatWins(String name, Holding ours, Optional<Holding> site, OptionalInt held, Verdict expected) {
        assertEquals(expected, new SittingMerge("A").decide(new SittingMerge.Case(NUMBER, ours, site, held)));
    }

    private static Arguments row(String name, String ours, String site, int held, Effect effect, String conflict) {
        return Arguments.of(
                name,
                holding(ours).orElseThrow(),
                holding(site),
                held == 0 ? OptionalInt.empty() : OptionalInt.of(held),
                new Verdict(
                        effect,
                        Optional.of(conflict).filter(code -> !code.equals(NONE)).map(ConflictKind::ofCode)));
    }

    static Optional<Holding> holding(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        String[] words = text.split(" ", -1);
        return Optional.of(new Holding(
                words[0],
                SittingStatus.ofCode(words[1]),
                words[2].equals("-") ? Optional.empty() : Optional.of(words[2]),
                Long.parseLong(words[3].substring(1))));
    }
}
