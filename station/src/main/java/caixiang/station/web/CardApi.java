package caixiang.station.web;

import caixiang.station.capture.Reconciliation;
import caixiang.station.store.CardStatement;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** The camera's card compared with the archive. */
final class CardApi {
    private final Reconciliation card;

    CardApi(Reconciliation card) {
        this.card = card;
    }

    Map<String, Operation> operations() {
        return Map.of("getCard", this::getCard, "reconcileCard", this::reconcile);
    }

    private Future<Answer> getCard(ApiRequest request) {
        return request.home(card.statements())
                .map(all -> Answer.ok(all.stream().map(CardApi::document).toList()));
    }

    private Future<Answer> reconcile(ApiRequest request) {
        return request.home(card.reconcile(request.by())).map(statement -> Answer.ok(document(statement)));
    }

    private static JsonObject document(CardStatement statement) {
        return new JsonObject()
                .put("camera", statement.camera().serial())
                .put("model", statement.camera().model())
                .put("station", statement.station())
                .put("card", statement.card())
                .put("at", statement.at().toString())
                .put("onCard", statement.onCard())
                .put("filed", statement.filed())
                .put("baseline", statement.baseline())
                .put("fetched", statement.fetched())
                .put("wanted", statement.wanted())
                .put("unexplained", statement.unexplained())
                .put("vanished", statement.vanished());
    }
}
