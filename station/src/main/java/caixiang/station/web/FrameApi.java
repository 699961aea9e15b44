package caixiang.station.web;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.store.FramePrints;
import caixiang.station.store.FrameView;
import caixiang.station.store.PortraitRow;
import caixiang.station.store.PrintReadModel;
import caixiang.station.store.ReadModel;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Frames and the pictures made of them. */
final class FrameApi {
    private static final FramePrints NOTHING_MADE = new FramePrints(Optional.empty(), Optional.empty(), List.of());

    private final ReadModel screens;
    private final PrintReadModel prints;
    private final ArchivePaths archive;
    private final ScreenCache pictures;

    FrameApi(ReadModel screens, PrintReadModel prints, ArchivePaths archive, ScreenCache pictures) {
        this.screens = screens;
        this.prints = prints;
        this.archive = archive;
        this.pictures = pictures;
    }

    Map<String, Operation> operations() {
        return Map.of(
                "getSitting", this::getSitting,
                "getFrame", this::getFrame,
                "getOriginal", this::getOriginal,
                "getScreenPicture", this::getScreenPicture,
                "getPortrait", this::getPortrait);
    }

    private Future<Answer> getSitting(ApiRequest request) {
        return request.home(screens.sitting(request.number("number")))
                .map(found -> found.orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND)))
                .compose(detail -> documents(request, detail.frames())
                        .map(frames -> Answer.ok(new JsonObject()
                                .put("sitting", Documents.sitting(detail.sitting()))
                                .put("frames", Documents.array(frames)))));
    }

    private Future<Answer> getFrame(ApiRequest request) {
        return find(request)
                .compose(frame -> documents(request, List.of(frame)))
                .map(documents -> Answer.ok(documents.get(0)));
    }

    private Future<Answer> getOriginal(ApiRequest request) {
        return find(request)
                .map(view -> Answer.file(archive.resolve(view.frame().file()), Answer.JPEG));
    }

    private Future<Answer> getScreenPicture(ApiRequest request) {
        return find(request)
                .map(FrameView::frame)
                .compose(frame -> screenPicture(frame).recover(failure -> whereItIsNow(request, frame, failure)))
                .map(picture -> Answer.bytes(picture, Answer.JPEG));
    }

    private Future<Buffer> screenPicture(Frame frame) {
        return pictures.of(frame.frameId(), archive.resolve(frame.file()));
    }

    /** The frame may have been given to another number while its picture waited to be made small. */
    private Future<Buffer> whereItIsNow(ApiRequest request, Frame before, Throwable failure) {
        return find(request)
                .map(FrameView::frame)
                .compose(now -> now.file().equals(before.file()) ? Future.failedFuture(failure) : screenPicture(now));
    }

    private Future<Answer> getPortrait(ApiRequest request) {
        String frameId = request.text("frameId");
        return request.home(prints.of(List.of(frameId)))
                .map(found -> Optional.ofNullable(found.get(frameId))
                        .flatMap(FramePrints::portrait)
                        .flatMap(PortraitRow::cut)
                        .orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND)))
                .map(portrait -> Answer.file(archive.resolve(portrait.file()), Answer.JPEG));
    }

    private Future<FrameView> find(ApiRequest request) {
        return request.home(screens.frame(request.text("frameId")))
                .map(found -> found.orElseThrow(() -> new Refusal(ProblemCode.NOT_FOUND)));
    }

    private Future<List<JsonObject>> documents(ApiRequest request, List<FrameView> frames) {
        List<String> ids = frames.stream().map(view -> view.frame().frameId()).toList();
        return request.home(prints.of(ids))
                .map(made -> frames.stream()
                        .map(view -> Documents.frame(
                                view, made.getOrDefault(view.frame().frameId(), NOTHING_MADE)))
                        .toList());
    }
}
