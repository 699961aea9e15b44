package caixiang.station.web;

import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.Camera;
import caixiang.station.capture.Capture;
import caixiang.station.checkin.CheckIn;
import caixiang.station.checkin.RosterImport;
import caixiang.station.keeping.Keeper;
import caixiang.station.print.PrintRoom;
import caixiang.station.store.PrintReadModel;
import caixiang.station.store.ReadModel;
import java.util.concurrent.Executor;

/**
 * The rooms the pages speak for.
 *
 * @param sheetThreads where pictures are decoded; refuses when too much waits
 */
public record Rooms(
        ReadModel screens,
        CheckIn desk,
        RosterImport roster,
        Camera camera,
        Capture capture,
        PrintRoom printing,
        PrintReadModel prints,
        FrameArchive archive,
        Keeper keeper,
        Executor sheetThreads) {}
