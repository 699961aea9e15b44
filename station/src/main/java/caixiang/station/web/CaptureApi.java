package caixiang.station.web;

import caixiang.station.capture.Capture;
import caixiang.station.capture.CaptureOutcome;
import caixiang.station.capture.CaptureOutcome.Failed;
import caixiang.station.capture.CaptureOutcome.Filed;
import caixiang.station.capture.CaptureOutcome.Late;
import caixiang.station.capture.CaptureOutcome.Refused;
import caixiang.station.capture.CaptureOutcome.Unfiled;
import caixiang.station.capture.PressRequest;
import caixiang.station.capture.PressSource;
import caixiang.station.capture.RefusalCode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/** The press. */
final class CaptureApi {
    private final Capture capture;

    CaptureApi(Capture capture) {
        this.capture = capture;
    }

    Map<String, Operation> operations() {
        return Map.of("capture", this::capture);
    }

    private Future<Answer> capture(ApiRequest request) {
        JsonObject asked = request.json();
        String source = asked.getString("source", PressSource.API.code());
        var press = new PressRequest(
                asked.getString("requestId"), PressSource.valueOf(source.toUpperCase(Locale.ROOT)), request.by());
        return request.home(capture.press(press)).map(CaptureApi::answer);
    }

    private static Answer answer(CaptureOutcome outcome) {
        if (outcome instanceof Filed filed) {
            JsonObject json = document(filed.shotId(), filed.number(), "filed")
                    .put("frameId", filed.frame().frameId());
            filed.frame().pressToFiledMillis().ifPresent(millis -> json.put("pressToFiledMillis", millis));
            return Answer.ok(json);
        }
        if (outcome instanceof Late late) {
            return Answer.accepted(document(late.shotId(), late.number(), "late"));
        }
        if (outcome instanceof Failed failed) {
            throw new Refusal(ProblemCode.of(failed.fault()));
        }
        if (outcome instanceof Refused refused) {
            throw new Refusal(code(refused.code()));
        }
        if (outcome instanceof Unfiled unfiled) {
            throw new Refusal(Problem.of(
                    code(unfiled.code()),
                    "The picture lies whole in the spool and will be filed when this is put right."));
        }
        throw new AssertionError(outcome);
    }

    private static JsonObject document(String shotId, int number, String state) {
        return new JsonObject().put("shotId", shotId).put("number", number).put("state", state);
    }

    private static ProblemCode code(RefusalCode code) {
        return switch (code) {
            case NOBODY_CURRENT -> ProblemCode.NOBODY_CURRENT;
            case DAY_CLOSED -> ProblemCode.DAY_CLOSED;
            case CAPTURE_BUSY -> ProblemCode.CAPTURE_BUSY;
            case DISK_FULL -> ProblemCode.DISK_FULL;
            case STORE_FAILED -> ProblemCode.STORE_FAILED;
            case STOPPING -> ProblemCode.STOPPING;
        };
    }
}
