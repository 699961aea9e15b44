package caixiang.station;

import caixiang.layouts.sheet.SheetTemplate;
import caixiang.layouts.template.SheetTemplates;
import caixiang.layouts.template.TemplateException;
import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Frame;
import caixiang.station.capture.FrameListener;
import caixiang.station.capture.tray.RunWatch;
import caixiang.station.config.PrinterSettings;
import caixiang.station.config.Settings;
import caixiang.station.portrait.PortraitCutter;
import caixiang.station.portrait.PortraitJudge;
import caixiang.station.portrait.PortraitRule;
import caixiang.station.print.PrintContext;
import caixiang.station.print.PrintListener;
import caixiang.station.print.PrintRoom;
import caixiang.station.print.PrintTiming;
import caixiang.station.print.Printer;
import caixiang.station.print.ipp.IppPrinter;
import caixiang.station.store.MoveOperation;
import caixiang.station.store.StoreException;
import caixiang.station.web.Events;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What follows when a frame has been filed: its portrait is cut, its sheets are printed, the screens are told. */
record Paper(PortraitCutter portraits, PortraitJudge judge, PrintRoom printing, RunWatch watch, Events events)
        implements FrameListener {

    static Paper of(Settings settings, Records records, ArchivePaths archive, Executor sheetThreads, Events events)
            throws TemplateException {
        Path own = settings.data().templates();
        SheetTemplates templates = Files.isDirectory(own) ? SheetTemplates.from(own) : SheetTemplates.shipped();
        var printing = new PrintRoom(
                new PrintContext(
                        records.session(), settings.printer(), records.ids(), news(events), PrintTiming.usual()),
                records.database(),
                new PrintRoom.Workshop(archive, templates, sheetThreads),
                printer(settings.printer(), records));
        var watch = new RunWatch(
                records.session(),
                settings.station().name(),
                records.database(),
                new RunWatch.Workplace(archive, sheetThreads),
                events::trayChanged);
        var portraits = new PortraitCutter(
                records.session(),
                PortraitRule.of(settings.portrait(), wanted(settings.printer(), templates)),
                records.database(),
                new PortraitCutter.Workplace(archive, sheetThreads),
                frame -> {
                    printing.wake();
                    watch.wake();
                    events.frameChanged(frame.frameId());
                });
        var judge = new PortraitJudge(
                records.session(),
                records.database(),
                new PortraitJudge.Workplace(archive, sheetThreads),
                () -> Judging.open(settings.portrait()),
                frame -> events.frameChanged(frame.frameId()));
        return new Paper(portraits, judge, printing, watch, events);
    }

    /** Blocks for a moment; for the start only. */
    void start() throws StoreException {
        printing.start();
        judge.wake();
        portraits.wake();
        watch.wake();
    }

    void close() {
        judge.close();
        portraits.close();
        watch.close();
        printing.close();
    }

    @Override
    public void frameFiled(Frame frame) {
        judge.wake();
        portraits.wake();
        events.frameChanged(frame.frameId());
    }

    @Override
    public void frameUnclaimed(Frame frame) {
        events.trayChanged();
    }

    /** Portraits went with their frames; the new owners get sheets of their own. */
    void framesMoved(MoveOperation operation) {
        judge.wake();
        portraits.wake();
        printing.wake();
        operation.frames().forEach(moved -> events.frameChanged(moved.frameId()));
        events.trayChanged();
        events.stateChanged();
    }

    private static List<SheetTemplate> wanted(PrinterSettings settings, SheetTemplates templates)
            throws TemplateException {
        List<SheetTemplate> wanted = new ArrayList<>();
        for (String name : settings.templates()) {
            wanted.add(templates.get(name));
        }
        return wanted;
    }

    private static Optional<Printer> printer(PrinterSettings settings, Records records) {
        return settings.uri()
                .map(uri -> new IppPrinter(
                        uri, settings.fingerprint(), records.database().clock()));
    }

    private static PrintListener news(Events events) {
        return new PrintListener() {
            @Override
            public void sheetsChanged(String frameId) {
                events.frameChanged(frameId);
            }

            @Override
            public void printerChanged() {
                events.stateChanged();
            }
        };
    }
}
