package caixiang.station.capture;

import caixiang.station.archive.Frame;
import caixiang.station.store.StateListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is told what happened. A listener that fails does not keep the others from being told. */
public record Announcements(List<FrameListener> frames, StateListener state) {
    private static final Logger log = LoggerFactory.getLogger(Announcements.class);

    public Announcements {
        frames = List.copyOf(frames);
    }

    void filed(Frame frame) {
        for (FrameListener listener : frames) {
            try {
                if (frame.number().isPresent()) {
                    listener.frameFiled(frame);
                } else {
                    listener.frameUnclaimed(frame);
                }
            } catch (RuntimeException e) {
                log.error("a listener failed at frame {}", frame.frameId(), e);
            }
        }
        stateChanged();
    }

    void stateChanged() {
        try {
            state.stateChanged();
        } catch (RuntimeException e) {
            log.error("a listener failed at a change of state", e);
        }
    }
}
