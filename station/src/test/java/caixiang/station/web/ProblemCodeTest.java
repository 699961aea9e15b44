package caixiang.station.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

    /** Screens hold a sentence for each code of the contract; one more here would be shown as nothing. */
    @Test
    void theTableHoldsExactlyTheCodesOfTheContract() throws Exception {
        JsonObject problem = Contract.read()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("Problem");
        Set<String> promised = problem.getJsonObject("properties").getJsonObject("code").getJsonArray("enum").stream()
                .map(String.class::cast)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = Arrays.stream(ProblemCode.values())
                .map(ProblemCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(promised, used);
    }
}
