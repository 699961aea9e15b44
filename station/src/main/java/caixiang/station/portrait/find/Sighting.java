package caixiang.station.portrait.find;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was found on a picture.
 *
 * @param head empty when something is missing
 * @param silhouette of the largest face's owner
 */
public record Sighting(List<Box> faces, Optional<Head> head, Optional<Silhouette> silhouette, Set<Missing> missing) {
    public Sighting {
        faces = List.copyOf(faces);
        missing = Set.copyOf(missing);
    }

    /** What could not be found. */
    public enum Missing {
        /** No face detector on this machine. */
        DETECTOR,
        FACE,
        EYES,
        CROWN
    }
}
