package caixiang.station.web;

import caixiang.station.day.Day;
import caixiang.station.pictures.NamedPerson;
import caixiang.station.pictures.PictureOutcome;
import caixiang.station.pictures.PictureRefusedException;
import caixiang.station.pictures.PictureRoom;
import caixiang.station.roster.Person;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Self-taken pictures, one file in each request. */
final class PictureApi {
    static final int BYTES_MAX = 60 * 1024 * 1024;

    private static final String JPEG = "image/jpeg";

    private final PictureRoom pictures;
    private final Day day;

    PictureApi(PictureRoom pictures, Day day) {
        this.pictures = pictures;
        this.day = day;
    }

    Map<String, Operation> operations() {
        return Map.of("sendPicture", this::send, "findNamed", this::find);
    }

    /** Bounds what the bodies take of the memory; to be asked before they are read. Confined to the event loop. */
    static final class Gate implements Handler<RoutingContext> {
        private static final int UNDER_WAY_MAX = 2;

        private int underWay;

        @Override
        public void handle(RoutingContext context) {
            if (isTooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
                context.fail(new Refusal(ProblemCode.PICTURE_TOO_LARGE));
            } else if (underWay == UNDER_WAY_MAX) {
                context.fail(new Refusal(ProblemCode.OVERLOADED));
            } else {
                underWay++;
                context.addEndHandler(ended -> underWay--);
                context.next();
            }
        }

        /** The body handler stops a body that has no length, or a false one. */
        private static boolean isTooLarge(@Nullable String length) {
            return length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > BYTES_MAX;
        }
    }

    private Future<Answer> send(ApiRequest request) {
        if (day.isClosed()) {
            return Future.failedFuture(new Refusal(ProblemCode.DAY_CLOSED));
        }
        if (!request.mediaType().equals(JPEG)) {
            return Future.failedFuture(new Refusal(Problem.badRequest(415, "Send the picture as " + JPEG + ".")));
        }
        try {
            return request.home(
                            pictures.take(request.query("name"), request.body().getBytes(), request.by()))
                    .map(PictureApi::answer)
                    .recover(failure -> Future.failedFuture(refusal(failure)));
        } catch (RejectedExecutionException busy) {
            return Future.failedFuture(new Refusal(ProblemCode.OVERLOADED));
        }
    }

    private Future<Answer> find(ApiRequest request) {
        List<String> names = request.json().getJsonArray("names").stream()
                .map(String.class::cast)
                .toList();
        return request.home(pictures.find(names))
                .map(found -> Answer.ok(found.stream().map(PictureApi::named).toList()));
    }

    private static JsonObject named(NamedPerson found) {
        var json = new JsonObject().put("person", found.naming().code());
        found.person()
                .ifPresent(person -> json.put("studentNumber", person.studentNumber())
                        .put("maskedName", Person.maskName(person.name())));
        found.number().ifPresent(number -> json.put("number", number));
        return json;
    }

    private static Throwable refusal(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof PictureRefusedException refused) {
            return new Refusal(Problem.of(ProblemCode.NOT_A_PICTURE, String.valueOf(refused.getMessage())));
        }
        if (cause instanceof RejectedExecutionException) {
            return new Refusal(ProblemCode.OVERLOADED);
        }
        return cause instanceof IOException ? new Refusal(ProblemCode.SPOOL_FAILED) : cause;
    }

    private static Answer answer(PictureOutcome outcome) {
        var json = new JsonObject()
                .put("result", outcome.result().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        outcome.frameId().ifPresent(id -> json.put("frameId", id));
        outcome.number().ifPresent(number -> json.put("number", number));
        if (outcome.result() == PictureOutcome.Result.ALREADY_THERE) {
            return Answer.ok(json);
        }
        json.put("person", outcome.naming().code());
        return Answer.created(json);
    }
}
