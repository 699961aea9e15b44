package caixiang.station.web;

import caixiang.station.archive.Frame;
import caixiang.station.checkin.RosterReport;
import caixiang.station.roster.RefusedRow;
import caixiang.station.store.FramePrints;
import caixiang.station.store.FrameView;
import caixiang.station.store.JournalRow;
import caixiang.station.store.PersonView;
import caixiang.station.store.PortraitRow;
import caixiang.station.store.QueueView;
import caixiang.station.store.SheetRow;
import caixiang.station.store.SittingView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The documents of the contract, made from what the rooms know. What is not known is left out, never null. */
final class Documents {
    private Documents() {}

    static JsonObject person(PersonView person) {
        var json = new JsonObject()
                .put("studentNumber", person.studentNumber())
                .put("name", person.name())
                .put("maskedName", person.maskedName())
                .put("maskedIdNumber", person.maskedIdNumber());
        putText(json, "college", person.college());
        putText(json, "className", person.className());
        return json;
    }

    static JsonObject sitting(SittingView sitting) {
        return new JsonObject()
                .put("number", sitting.number())
                .put("status", sitting.status().code())
                .put("person", person(sitting.person()))
                .put("frames", sitting.frames());
    }

    static JsonObject queue(QueueView queue) {
        var json = new JsonObject()
                .put(
                        "waiting",
                        array(queue.waiting().stream().map(Documents::sitting).toList()));
        queue.current().ifPresent(current -> json.put("current", sitting(current)));
        return json;
    }

    static JsonObject frame(FrameView view, FramePrints made) {
        Frame frame = view.frame();
        var json = new JsonObject()
                .put("frameId", frame.frameId())
                .put("reason", frame.reason().code())
                .put("evidence", new JsonArray(frame.evidence()))
                .put("file", frame.file())
                .put("sha256", frame.sha256())
                .put("bytes", frame.bytes())
                .put("camera", frame.camera().serial())
                .put(
                        "cameraFile",
                        frame.object().folder() + "/" + frame.object().name())
                .put("filedAt", frame.times().filed().toString())
                .put(
                        "sheets",
                        array(made.sheets().stream().map(Documents::sheet).toList()));
        frame.number().ifPresent(number -> json.put("number", number));
        frame.shotId().ifPresent(shotId -> json.put("shotId", shotId));
        view.person().ifPresent(person -> json.put("person", person(person)));
        frame.pressToFiledMillis().ifPresent(millis -> json.put("pressToFiledMillis", millis));
        made.pressToSheetMillis(frame).ifPresent(millis -> json.put("pressToSheetMillis", millis));
        made.portrait().flatMap(PortraitRow::cut).ifPresent(cut -> json.put("portrait", cut.file()));
        made.portrait().flatMap(PortraitRow::problem).ifPresent(problem -> json.put("portraitProblem", problem));
        made.verdict().ifPresent(verdict -> json.put("verdict", new JsonObject(verdict.document())));
        return json;
    }

    static JsonObject sheet(SheetRow sheet) {
        var json = new JsonObject()
                .put("sheetId", sheet.sheetId())
                .put("template", sheet.template())
                .put("state", sheet.state().code())
                .put("reasons", new JsonArray(sheet.job().reasons()));
        sheet.number().ifPresent(number -> json.put("number", number));
        if (sheet.isDrawn()) {
            json.put("file", sheet.file());
        }
        sheet.job().id().ifPresent(id -> json.put("jobId", id));
        sheet.job().state().ifPresent(state -> json.put("jobState", state));
        return json;
    }

    static JsonObject journalEntry(JournalRow row) {
        var json = new JsonObject()
                .put("sequence", row.sequence())
                .put("at", row.at().toString())
                .put("what", row.what())
                .put("detail", row.detail());
        row.number().ifPresent(number -> json.put("number", number));
        row.frameId().ifPresent(frameId -> json.put("frameId", frameId));
        return json;
    }

    static JsonObject roster(RosterReport report) {
        var json = new JsonObject()
                .put("people", report.people())
                .put(
                        "refused",
                        array(report.refused().stream()
                                .map(Documents::refusedRow)
                                .toList()));
        report.imported().ifPresent(rows -> json.put("imported", rows));
        report.encoding().ifPresent(encoding -> json.put("encoding", encoding));
        return json;
    }

    static JsonObject refusedRow(RefusedRow row) {
        var json =
                new JsonObject().put("line", row.line()).put("code", row.code().code());
        row.column().ifPresent(column -> json.put("column", column));
        return json;
    }

    static JsonArray array(List<JsonObject> documents) {
        return new JsonArray(documents);
    }

    private static void putText(JsonObject json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }
}
