package caixiang.station.archive;

import caixiang.station.archive.MoveOrder.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the files of an order in one root. Each step looks first whether it is done, so all may be begun again. */
final class FrameMover {
    private static final Logger log = LoggerFactory.getLogger(FrameMover.class);

    private final ArchivePaths disk;
    private final FileSteps steps;

    FrameMover(ArchivePaths disk, FileSteps steps) {
        this.disk = disk;
        this.steps = steps;
    }

    /** What lies in neither of its places is passed over: a later order has gone on from there, or nothing was copied. */
    void forward(MoveOrder order) throws IOException {
        move(order, Step::before, Step::after);
    }

    void back(MoveOrder order) throws IOException {
        move(order, Step::after, Step::before);
    }

    private void move(MoveOrder order, Function<Step, Frame> from, Function<Step, Frame> to) throws IOException {
        List<Step> here = new ArrayList<>();
        for (Step step : order.steps()) {
            if (lies(step.before()) || lies(step.after())) {
                here.add(step);
            } else {
                log.warn(
                        "frame {} lies in neither of its places",
                        disk.resolve(step.before().file()));
            }
        }
        for (Step step : here) {
            var sidecar = disk.resolve(ArchivePaths.sidecarFile(to.apply(step)));
            if (!Files.exists(sidecar)) {
                steps.write(sidecar, Sidecar.encode(to.apply(step)));
            }
        }
        for (Step step : here) {
            files(from.apply(step), to.apply(step));
        }
        for (Step step : here) {
            steps.delete(disk.resolve(ArchivePaths.sidecarFile(from.apply(step))));
        }
    }

    private void files(Frame from, Frame to) throws IOException {
        file(from.file(), to.file(), to.sha256());
        if (from.companion().isPresent() && to.companion().isPresent()) {
            Companion raw = to.companion().get();
            file(from.companion().get().file(), raw.file(), raw.sha256());
        }
        file(ArchivePaths.portraitFile(from), ArchivePaths.portraitFile(to), "");
    }

    private void file(String from, String to, String sha256) throws IOException {
        if (Files.exists(disk.resolve(from))) {
            steps.move(disk.resolve(from), disk.resolve(to), sha256);
        }
    }

    private boolean lies(Frame frame) {
        return Files.exists(disk.resolve(frame.file()));
    }
}
