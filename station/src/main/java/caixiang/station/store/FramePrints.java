package caixiang.station.store;

import caixiang.station.archive.Frame;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What became of a frame: its portrait, what the rules say, and its sheets in the order they were planned. */
public record FramePrints(Optional<PortraitRow> portrait, Optional<VerdictRow> verdict, List<SheetRow> sheets) {
    public FramePrints {
        sheets = List.copyOf(sheets);
    }

    /** From the press to the moment the printer had the last first copy; empty until it has them all. */
    public OptionalLong pressToSheetMillis(Frame frame) {
        List<Optional<Instant>> accepted = sheets.stream()
                .filter(sheet -> sheet.copy() == 1)
                .map(sheet -> sheet.times().accepted())
                .toList();
        Optional<Instant> pressed = frame.times().pressed();
        if (pressed.isEmpty() || accepted.isEmpty() || accepted.stream().anyMatch(Optional::isEmpty)) {
            return OptionalLong.empty();
        }
        Instant last = accepted.stream()
                .map(Optional::get)
                .max(Comparator.naturalOrder())
                .get();
        return OptionalLong.of(last.toEpochMilli() - pressed.get().toEpochMilli());
    }
}
