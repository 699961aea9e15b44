package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.DayApi;
import caixiang.sim.rehearsal.link.DayApi.Glance;
import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StationApi.Frame;
import caixiang.sim.rehearsal.link.StationApi.Sheet;
import caixiang.sim.rehearsal.link.StudioControl.Shot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a tidy operator does when the last person has gone: waits for late pictures and for paper. */
final class Closing {
    private static final Logger log = LoggerFactory.getLogger(Closing.class);
    private static final Duration LATE_FRAMES = Duration.ofSeconds(15);
    private static final Duration CAMERA_BACK = Duration.ofMinutes(1);
    private static final Duration PAPER_STANDS_STILL = Duration.ofMinutes(1);
    private static final int SWITCHES_MAX = 2;

    private final DaySetting day;
    private final Stand stand;

    Closing(DaySetting day, Stand stand) {
        this.day = day;
        this.stand = stand;
    }

    /** Waits until every exposure is in the archive; switches the camera off and on when it is not, as the manual says. */
    void awaitFrames() throws RehearsalException, InterruptedException {
        day.patience().until(LATE_FRAMES, () -> isAllFiled());
        for (int switched = 0; switched < SWITCHES_MAX && !isAllFiled(); switched++) {
            log.info("frames are missing; the camera is switched off and on");
            stand.trouble().cyclePower();
            day.patience().until(CAMERA_BACK, () -> stand.station().glance().isCameraReady());
            day.patience().until(LATE_FRAMES, () -> isAllFiled());
        }
    }

    private boolean isAllFiled() throws RehearsalException, InterruptedException {
        Set<String> filed = new HashSet<>();
        for (int number : day.log().students().keySet()) {
            stand.station().framesOf(number).forEach(frame -> filed.add(frame.sha256()));
        }
        stand.station().tray().forEach(frame -> filed.add(frame.sha256()));
        return stand.studio().shots().stream().map(Shot::sha256).allMatch(filed::contains);
    }

    /** Waits for the printer as long as something still comes out; has failed sheets printed once more. */
    void awaitPaper() throws RehearsalException, InterruptedException {
        awaitQuiet();
        List<Sheet> failed = new ArrayList<>();
        for (int number : day.log().students().keySet()) {
            for (Frame frame : stand.station().framesOf(number)) {
                frame.sheets().stream()
                        .filter(sheet -> sheet.state().equals("failed"))
                        .forEach(failed::add);
            }
        }
        for (Sheet sheet : failed) {
            stand.station().reprint(sheet.id(), "rehearsal: failed");
        }
        if (!failed.isEmpty()) {
            awaitQuiet();
        }
    }

    private void awaitQuiet() throws RehearsalException, InterruptedException {
        int left = pending(stand.station());
        while (left > 0 && !day.patience().isBrokenOff()) {
            int before = left;
            if (!day.patience().until(PAPER_STANDS_STILL, () -> pending(stand.station()) < before)) {
                day.log().problem(left + " sheets stay unprinted");
                return;
            }
            left = pending(stand.station());
        }
    }

    private static int pending(DayApi station) throws RehearsalException, InterruptedException {
        Glance glance = station.glance();
        return glance.printer().equals("none") ? 0 : glance.sheetsPending();
    }
}
