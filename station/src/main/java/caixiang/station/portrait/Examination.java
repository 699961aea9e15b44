package caixiang.station.portrait;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.CropRectangle;
import caixiang.station.portrait.find.Box;
import caixiang.station.portrait.find.Head;
import caixiang.station.portrait.find.Sighting.Missing;
import caixiang.station.portrait.rules.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was seen on a frame, in pixels of the upright frame.
 *
 * @param head empty when something of it is {@code missing}
 */
public record Examination(PixelSize frame, Optional<Head> head, List<Box> faces, Set<Missing> missing, Judged judged) {
    public Examination {
        faces = List.copyOf(faces);
        missing = Set.copyOf(missing);
    }

    /** What is cut, and what the rules say of that. */
    public record Judged(CropRectangle crop, Verdict verdict) {}
}
