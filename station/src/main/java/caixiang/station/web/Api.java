package caixiang.station.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.Map;
import java.util.function.Function;

/** Joins each operation of the contract to the code that answers it. Requests arrive checked against the contract. */
final class Api {
    private final Vertx vertx;
    private final JsonObject contract;
    private final Rooms rooms;

    Api(Vertx vertx, JsonObject contract, Rooms rooms) {
        this.vertx = vertx;
        this.contract = contract;
        this.rooms = rooms;
    }

    Future<Router> router() {
        return Contract.forRequests(vertx, contract).map(checked -> {
            RouterBuilder builder = RouterBuilder.create(vertx, checked, RequestExtractor.withBodyHandler());
            operations().forEach((operation, code) -> {
                OpenAPIRoute route = builder.getRoute(operation);
                route.addHandler(context -> code.apply(context)
                        .onSuccess(answer -> answer.write(context.response()))
                        .onFailure(context::fail));
            });
            return builder.createRouter();
        });
    }

    private Map<String, Function<RoutingContext, Future<Answer>>> operations() {
        return Map.of("getState", context -> Future.succeededFuture(Answer.ok(new JsonObject().put("x", rooms.toString()))));
    }
}
