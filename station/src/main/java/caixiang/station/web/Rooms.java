package caixiang.station.web;

import caixiang.station.archive.FrameArchive;
import caixiang.station.camera.Camera;
import caixiang.station.capture.Capture;
import caixiang.station.capture.tray.RunWatch;
import caixiang.station.capture.tray.TrayRoom;
import caixiang.station.checkin.CheckIn;
import caixiang.station.checkin.RosterImport;
import caixiang.station.checkin.WalkIn;
import caixiang.station.day.Day;
import caixiang.station.keeping.Keeper;
import caixiang.station.pictures.PictureRoom;
import caixiang.station.print.PrintRoom;
import caixiang.station.site.Membership;
import caixiang.station.site.sync.SharedSite;
import caixiang.station.store.PrintReadModel;
import caixiang.station.store.ReadModel;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The rooms the pages speak for.
 *
 * @param station this station's name
 * @param sheetThreads where pictures are decoded; refuses when too much waits
 * @param site the stations this one works with; empty when it works alone
 * @param shared how this one keeps up with them; empty when it works alone
 */
public record Rooms(
        ReadModel screens,
        CheckIn desk,
        RosterImport roster,
        WalkIn walkIn,
        PictureRoom pictures,
        Camera camera,
        Capture capture,
        TrayRoom tray,
        RunWatch runWatch,
        String station,
        PrintRoom printing,
        PrintReadModel prints,
        FrameArchive archive,
        Keeper keeper,
        Day day,
        Executor sheetThreads,
        Optional<Membership> site,
        Optional<SharedSite> shared) {}
