package caixiang.station.web;

import caixiang.station.archive.ArchiveException;
import caixiang.station.camera.CameraException;
import caixiang.station.capture.tray.MoveException;
import caixiang.station.print.PrintRefusedException;
import caixiang.station.store.StoreException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From anything that went wrong to the answer that says so. The only place that writes an error answer. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final String FIELD = "#/";
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    private Problems() {}

    /** The router's failure handler. */
    static void answer(RoutingContext context) {
        var response = context.response();
        if (response.ended() || response.headWritten()) {
            // Too late for an answer: the reader must see that the body is cut short.
            context.request().connection().close();
            return;
        }
        Problem problem = context.failure() == null ? ofStatus(context.statusCode()) : of(context.failure());
        if (problem.code() == ProblemCode.INTERNAL) {
            LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), context.failure());
        }
        write(problem, response);
    }

    /** For what the HTTP decoder could not read; there is no route then. */
    static void answerInvalid(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        write(ofStatus(CLIENT_ERRORS), response);
        request.connection().close();
    }

    static void write(Problem problem, HttpServerResponse response) {
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problem.toJson().toBuffer());
    }

    private static Problem of(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.problem();
        }
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return of(failure.getCause());
        }
        if (failure instanceof CameraException camera) {
            return Problem.of(ProblemCode.of(camera.fault()));
        }
        if (failure instanceof MoveException refused) {
            return Problem.of(ProblemCode.of(refused.refusal()), String.valueOf(refused.getMessage()));
        }
        if (failure instanceof PrintRefusedException refused) {
            return Problem.of(ProblemCode.of(refused.refusal()));
        }
        if (failure instanceof ArchiveException archive) {
            LOG.error("the archive could not be changed: {}", archive.getMessage());
            return Problem.of(archive.isDiskFull() ? ProblemCode.DISK_FULL : ProblemCode.STORE_FAILED);
        }
        if (failure instanceof StoreException store) {
            LOG.error("the store could not answer: {}", store.getMessage());
            return Problem.of(code(store.fault()));
        }
        if (failure instanceof ValidatorException invalid) {
            return ofInvalid(invalid);
        }
        if (failure instanceof HttpException http) {
            // The OpenAPI router wraps what its checks found.
            return http.getCause() == null ? ofStatus(http.getStatusCode()) : of(http.getCause());
        }
        return Problem.of(ProblemCode.INTERNAL);
    }

    private static ProblemCode code(StoreException.Fault fault) {
        return switch (fault) {
            case DISK_FULL -> ProblemCode.DISK_FULL;
            case OVERLOADED -> ProblemCode.OVERLOADED;
            case STOPPED -> ProblemCode.STOPPING;
            case UNREACHABLE -> ProblemCode.SITE_UNREACHABLE;
            case NO_NUMBERS -> ProblemCode.NUMBERS_USED_UP;
            case FAILED -> ProblemCode.STORE_FAILED;
        };
    }

    private static Problem ofStatus(int status) {
        if (status == ProblemCode.NOT_FOUND.status()) {
            return Problem.of(ProblemCode.NOT_FOUND);
        }
        if (status >= CLIENT_ERRORS && status < SERVER_ERRORS) {
            return Problem.badRequest(status, reason(status));
        }
        return Problem.of(ProblemCode.INTERNAL);
    }

    private static String reason(int status) {
        return switch (status) {
            case 405 -> "This address does not take this method.";
            case 413 -> "The request is larger than the station accepts here.";
            case UNSUPPORTED_MEDIA_TYPE -> "This address does not take this media type.";
            default -> "The request is no valid HTTP.";
        };
    }

    private static Problem ofInvalid(ValidatorException invalid) {
        if (invalid.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT) {
            return Problem.badRequest(UNSUPPORTED_MEDIA_TYPE, reason(UNSUPPORTED_MEDIA_TYPE));
        }
        Optional<String> field =
                invalid instanceof SchemaValidationException schema ? fieldError(schema) : Optional.empty();
        return Problem.of(ProblemCode.BAD_REQUEST, field.orElseGet(() -> String.valueOf(invalid.getMessage())));
    }

    /**
     * Names the field that is wrong. Of the errors that a check reports, the deepest and last is the cause; those above it
     * only say that something below is wrong. Empty when the value as a whole is wrong.
     */
    private static Optional<String> fieldError(SchemaValidationException invalid) {
        List<OutputUnit> errors = invalid.getOutputUnit().getErrors();
        if (errors == null) {
            return Optional.empty();
        }
        return errors.stream()
                .filter(error -> error.getInstanceLocation().startsWith(FIELD))
                .reduce((one, next) -> depth(next) >= depth(one) ? next : one)
                .map(error -> error.getInstanceLocation().substring(FIELD.length()) + ": " + error.getError());
    }

    private static int depth(OutputUnit error) {
        return error.getInstanceLocation().length();
    }
}
