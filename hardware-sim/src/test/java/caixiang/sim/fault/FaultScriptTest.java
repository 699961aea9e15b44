package caixiang.sim.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultScriptTest {
    private static final int CAPTURE = 0x9207;

    @Test
    void aRuleStrikesFromTheNthTimeOnAndSoManyTimes() throws FaultScriptException {
        Faults faults = play("[{\"on\":\"9207\",\"nth\":3,\"do\":\"respond:2019\",\"times\":2}]");
        assertEquals(List.of(false, false, true, true, false), strikes(faults, 5));
    }

    @Test
    void otherOperationsAreLeftAlone() throws FaultScriptException {
        Faults faults = play("[{\"on\":\"9207\",\"do\":\"silent\"}]");
        assertEquals(Optional.empty(), faults.onOperation(0x1009));
        assertEquals(Optional.empty(), faults.onPress());
        assertEquals(Optional.of(new Fault(Fault.Kind.SILENT, 0)), faults.onOperation(CAPTURE));
    }

    @Test
    void aStarMeansEveryOperationButNotTheButton() throws FaultScriptException {
        Faults faults = play("[{\"on\":\"*\",\"do\":\"delay:250\"}]");
        assertEquals(Optional.empty(), faults.onPress());
        assertEquals(Optional.of(new Fault(Fault.Kind.DELAY, 250)), faults.onOperation(0x1001));
    }

    @Test
    void announcementsAreLostOrDoubledOnlyByRulesOfTheirOwn() throws FaultScriptException {
        Faults faults = play("[{\"on\":\"*\",\"do\":\"silent\"},{\"on\":\"event\",\"do\":\"lose-event\"}]");
        assertEquals(Fault.Kind.LOSE_EVENT, faults.onEvent().orElseThrow().kind());
        assertTrue(faults.onEvent().isEmpty());
        assertEquals(
                Fault.Kind.SILENT, faults.onOperation(CAPTURE).orElseThrow().kind());
    }

    @Test
    void theFirstRuleThatIsDueStrikesAndTheNextOneAfterIt() throws FaultScriptException {
        Faults faults = play("[{\"on\":\"press\",\"do\":\"af-fail\"},{\"on\":\"press\",\"do\":\"card-full\"}]");
        assertEquals(Fault.Kind.AF_FAIL, faults.onPress().orElseThrow().kind());
        assertEquals(Fault.Kind.CARD_FULL, faults.onPress().orElseThrow().kind());
        assertTrue(faults.onPress().isEmpty());
    }

    @Test
    void oneSeedGivesTheSameFaultsAgain() throws FaultScriptException {
        String script = "{\"seed\":7,\"rules\":[{\"on\":\"9207\",\"do\":\"silent\",\"chance\":0.5,\"times\":1000}]}";
        List<Boolean> first = strikes(play(script), 200);
        assertEquals(first, strikes(play(script), 200));
        long struck = first.stream().filter(s -> s).count();
        assertTrue(struck > 60 && struck < 140, struck + " of 200 struck");
    }

    @Test
    void clearingEndsTheScript() throws FaultScriptException {
        Faults faults = play("[{\"on\":\"9207\",\"do\":\"silent\",\"times\":9}]");
        faults.clear();
        assertEquals(List.of(false, false), strikes(faults, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nonsense; no JSON",
                "{\"on\":\"9207\"}; \"on\" is unknown",
                "[1]; rule 1: expected an object",
                "[{\"on\":\"9207\",\"do\":\"explode\"}]; must be one of respond:<hex code>",
                "[{\"on\":\"92\",\"do\":\"silent\"}]; four hex digits",
                "[{\"on\":\"9207\",\"do\":\"respond\"}]; must be respond:<hex code>",
                "[{\"on\":\"9207\",\"do\":\"respond:xyz\"}]; must be respond:<hex code>",
                "[{\"on\":\"9207\",\"do\":\"delay:9999999\"}]; must be delay:<milliseconds up to 600000>",
                "[{\"on\":\"9207\",\"do\":\"silent:1\"}]; must be silent",
                "[{\"on\":\"9207\",\"do\":\"lose-event\"}]; are for \"on\" \"event\"",
                "[{\"on\":\"event\",\"do\":\"silent\"}]; are for \"on\" \"event\"",
                "[{\"on\":\"9207\",\"do\":\"silent\",\"nth\":0}]; \"nth\" must be a whole number",
                "[{\"on\":\"9207\",\"do\":\"silent\",\"chance\":2}]; above 0 and at most 1",
                "[{\"on\":\"9207\",\"do\":\"silent\",\"often\":2}]; \"often\" is unknown"
            })
    void aScriptThatCannotBeReadSaysWhatIsAllowed(String script, String hint) {
        FaultScriptException e = assertThrows(FaultScriptException.class, () -> FaultScriptText.parse(script));
        assertTrue(e.problem().contains(hint), e.problem());
    }

    private static Faults play(String script) throws FaultScriptException {
        Faults faults = new Faults();
        faults.play(FaultScriptText.parse(script));
        return faults;
    }

    private static List<Boolean> strikes(Faults faults, int events) {
        List<Boolean> strikes = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            strikes.add(faults.onOperation(CAPTURE).isPresent());
        }
        return strikes;
    }
}
