package caixiang.station.web;

import caixiang.station.archive.ArchivePaths;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Joins each operation of the contract to the code that answers it. Requests arrive checked against the contract. */
final class Api {
    /** A WebSocket is opened before the request is read, so the server routes this one itself. */
    private static final Set<String> ROUTED_ELSEWHERE = Set.of("followEvents");

    private final Vertx vertx;
    private final Context loop;
    private final JsonObject contract;
    private final Map<String, Operation> operations = new HashMap<>();

    Api(Vertx vertx, Context loop, JsonObject contract, Rooms rooms, Clock clock) {
        this.vertx = vertx;
        this.loop = loop;
        this.contract = contract;
        operations.putAll(new StateApi(rooms, clock).operations());
        operations.putAll(new StationsApi(rooms).operations());
        operations.putAll(new SyncApi(rooms).operations());
        operations.putAll(new DeskApi(rooms.screens(), rooms.desk(), rooms.roster(), rooms.day()).operations());
        operations.putAll(new WalkInApi(rooms.walkIn()).operations());
        operations.putAll(new PictureApi(rooms.pictures(), rooms.day()).operations());
        operations.putAll(new DayApi(rooms.day()).operations());
        operations.putAll(new CaptureApi(rooms.capture()).operations());
        operations.putAll(new CardApi(rooms.capture().card()).operations());
        var pictures = new ScreenCache(loop, rooms.sheetThreads());
        ArchivePaths archive = rooms.archive().paths();
        operations.putAll(new FrameApi(rooms.screens(), rooms.prints(), archive, pictures).operations());
        operations.putAll(new TrayApi(rooms).operations());
        operations.putAll(new SheetApi(rooms.printing(), rooms.prints(), archive).operations());
    }

    Future<Router> router() {
        return Contract.forRequests(vertx, contract).map(this::bind);
    }

    private Router bind(OpenAPIContract checked) {
        RouterBuilder builder = RouterBuilder.create(vertx, checked, RequestExtractor.withBodyHandler());
        for (var described : checked.operations()) {
            String name = described.getOperationId();
            if (ROUTED_ELSEWHERE.contains(name)) {
                continue;
            }
            Operation operation = operations.get(name);
            if (operation == null) {
                throw new IllegalStateException("nothing answers the contract's operation " + name);
            }
            builder.getRoute(name).addHandler(context -> answer(context, operation));
        }
        return builder.createRouter();
    }

    private void answer(RoutingContext context, Operation operation) {
        operation
                .answer(new ApiRequest(context, loop))
                .compose(answer -> answer.write(context.response()))
                .onFailure(context::fail);
    }
}
