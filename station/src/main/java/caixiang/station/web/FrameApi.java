package caixiang.station.web;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.store.FrameView;
import caixiang.station.store.ReadModel;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Frames and the pictures made of them. */
final class FrameApi {
    private final ReadModel screens;
    private final ArchivePaths archive;
    private final ScreenCache pictures;

    FrameApi(ReadModel screens, ArchivePaths archive, ScreenCache pictures) {
        this.screens = screens;
        this.archive = archive;
        this.pictures = pictures;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "getSitting", this::getSitting,
                "getFrame", this::getFrame,
                "getOriginal", this::getOriginal,
                "getScreenPicture", this::getScreenPicture,
                "listTray", this::listTray);
    }

    private Future<Answer> getSitting(ApiRequest request) {
        return request.home(screens.sitting(request.number("number")))
                .map(found -> found.orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND)))
                .map(detail -> Answer.ok(new JsonObject()
                        .put("sitting", Documents.sitting(detail.sitting()))
                        .put("frames", Documents.array(documents(detail.frames())))));
    }

    private Future<Answer> getFrame(ApiRequest request) {
        return find(request).map(frame -> Answer.ok(Documents.frame(frame)));
    }

    private Future<Answer> getOriginal(ApiRequest request) {
        return find(request)
                .map(view -> Answer.file(archive.resolve(view.frame().file()), Answer.JPEG));
    }

    private Future<Answer> getScreenPicture(ApiRequest request) {
        return find(request)
                .map(FrameView::frame)
                .compose(frame -> pictures.of(frame.frameId(), archive.resolve(frame.file())))
                .map(picture -> Answer.bytes(picture, Answer.JPEG));
    }

    private Future<Answer> listTray(ApiRequest request) {
        return request.home(screens.tray()).map(tray -> Answer.ok(documents(tray)));
    }

    private Future<FrameView> find(ApiRequest request) {
        return request.home(screens.frame(request.text("frameId")))
                .map(found -> found.orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND)));
    }

    private static List<JsonObject> documents(List<FrameView> frames) {
        return frames.stream().map(Documents::frame).toList();
    }
}
