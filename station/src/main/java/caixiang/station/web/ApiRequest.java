package caixiang.station.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** A request that has been checked against the contract. */
final class ApiRequest {
    private final RoutingContext context;
    private final Context home;
    private final ValidatedRequest checked;

    ApiRequest(RoutingContext context, Context home) {
        this.context = context;
        this.home = home;
        this.checked = context.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
    }

    /** A path parameter that the contract requires. */
    String text(String parameter) {
        return pathParameter(parameter).getString();
    }

    /** A whole number in the path; the contract keeps it small. */
    int number(String parameter) {
        return pathParameter(parameter).getInteger();
    }

    /** How many entries a list may have. */
    int limit() {
        RequestParameter limit = checked.getQuery().get("limit");
        return limit == null || limit.isNull() ? 100 : limit.getInteger();
    }

    /** A text in the query that the contract requires. */
    String query(String name) {
        RequestParameter parameter = checked.getQuery().get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("the contract has no " + name + " in this query");
        }
        return parameter.getString();
    }

    JsonObject json() {
        return checked.getBody().getJsonObject();
    }

    /** The body as it came, for what is no JSON. */
    Buffer body() {
        Buffer body = context.body().buffer();
        return body == null ? Buffer.buffer() : body;
    }

    /** Who asks, for the journal. */
    String by() {
        return OperatorName.of(context.request().getHeader(OperatorName.HEADER));
    }

    /** The media type without its parameters, in lower case; empty when there is none. */
    String mediaType() {
        String header = context.request().getHeader("Content-Type");
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Brings what another room's thread will complete back to this request's event loop. */
    <T> Future<T> home(CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, home);
    }

    private RequestParameter pathParameter(String name) {
        RequestParameter parameter = checked.getPathParameters().get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("the contract has no " + name + " in this path");
        }
        return parameter;
    }
}
