package caixiang.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request the control port understands. */
record ControlRoute(String method, Pattern path, Action action) {
    /** What a request does. */
    @FunctionalInterface
    interface Action {
        /**
         * Answers one request.
         *
         * @param path the matched path, for its groups
         * @param body the JSON of the request, an empty object when there was none
         * @throws UsageException when the request is no good; the message says what is
         */
        ControlReply answer(Matcher path, JsonNode body) throws UsageException, IOException;
    }

    static ControlRoute of(String method, String path, Action action) {
        return new ControlRoute(method, Pattern.compile(path), action);
    }
}
