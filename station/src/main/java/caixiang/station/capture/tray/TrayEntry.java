package caixiang.station.capture.tray;

import caixiang.station.archive.Frame;
import java.util.List;

/** A frame nobody owns yet, and who may. */
public record TrayEntry(Frame frame, List<Proposal> proposals) {
    public TrayEntry {
        proposals = List.copyOf(proposals);
    }
}
