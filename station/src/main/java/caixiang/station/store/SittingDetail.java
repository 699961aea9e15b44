package caixiang.station.store;

import java.util.List;

/** A number with its frames, in the order they were filed. */
public record SittingDetail(SittingView sitting, List<FrameView> frames) {
    public SittingDetail {
        frames = List.copyOf(frames);
    }
}
