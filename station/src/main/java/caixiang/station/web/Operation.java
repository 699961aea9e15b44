package caixiang.station.web;

import io.vertx.core.Future;

/** Answers one operation of the contract. Called on the event loop; must not block. */
@FunctionalInterface
interface Operation {
    Future<Answer> answer(ApiRequest request);
}
