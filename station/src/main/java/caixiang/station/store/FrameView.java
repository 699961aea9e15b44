package caixiang.station.store;

import caixiang.station.archive.Frame;
import java.util.Optional;

/** A frame and whose it is; nobody's while it lies in the tray. */
public record FrameView(Frame frame, Optional<PersonView> person) {}
