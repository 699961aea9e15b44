package caixiang.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ControlPortIT {
    private RunningStudio studio;

    @BeforeEach
    void start() throws Exception {
        studio = RunningStudio.start();
    }

    @AfterEach
    void stop() {
        studio.close();
    }

    @Test
    void whoIsSeatedIsInTheState() throws Exception {
        assertEquals("empty", studio.get("/state").path("sitter").path("key").asText());
        assertEquals(
                204,
                studio.post("/seat", "{\"key\":\"20260001\",\"displayName\":\"样甲子\"}")
                        .status());
        JsonNode sitter = studio.get("/state").path("sitter");
        assertEquals("20260001", sitter.path("key").asText());
        assertEquals("样甲子", sitter.path("displayName").asText());
        assertEquals(204, studio.delete("/seat").status());
        assertEquals("empty", studio.get("/state").path("sitter").path("key").asText());
    }

    @Test
    void theBodysButtonDoesNothingWhileTheCameraIsOff() throws Exception {
        assertEquals(204, studio.post("/power", "{\"on\":false}").status());
        assertFalse(studio.get("/state").path("power").asBoolean());
        RunningStudio.Answer refused = studio.post("/shutter", "");
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("the camera is off"), refused.text());
        assertEquals(204, studio.post("/power", "{\"on\":true}").status());
        assertEquals(202, studio.post("/shutter", "").status());
    }

    @Test
    void aFaultOnTheButtonIsAnswered() throws Exception {
        assertEquals(
                204,
                studio.post("/faults", "[{\"on\":\"press\",\"do\":\"card-full\"}]")
                        .status());
        assertEquals(409, studio.post("/shutter", "").status());
        assertEquals(202, studio.post("/shutter", "").status());
    }

    @Test
    void thePageIsChineseFirst() throws Exception {
        String page = new String(studio.bytes("/"), StandardCharsets.UTF_8);
        assertTrue(page.contains("<html lang=\"zh-CN\">"));
        assertTrue(page.contains("按快门"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "POST; /seat; {; 400; the body is no JSON",
                "POST; /seat; {}; 400; only the key is needed",
                "POST; /seat; {\"key\":\"a|b\"}; 400; printable ASCII",
                "POST; /seat; {\"key\":\"a\",\"seed\":\"x\"}; 400; only the key is needed",
                "POST; /power; {\"on\":1}; 400; expected {\"on\": true}",
                "POST; /faults; [{\"on\":\"9207\"}]; 400; must be one of",
                "GET; /shots/7/original; ^^; 404; there is no exposure 7",
                "GET; /nowhere; ^^; 404; there is no /nowhere",
                "GET; /seat; ^^; 405; GET is not for /seat"
            })
    void aBadRequestSaysWhatToDo(String method, String path, String body, int status, String hint) throws Exception {
        RunningStudio.Answer answer = studio.send(method, path, body);
        assertEquals(status, answer.status());
        String error = new ObjectMapper().readTree(answer.text()).path("error").asText();
        assertTrue(error.contains(hint), error);
    }

    @Test
    void aBodyThatIsTooLongIsRefused() throws Exception {
        assertEquals(413, studio.post("/faults", "[" + " ".repeat(70_000) + "]").status());
    }
}
