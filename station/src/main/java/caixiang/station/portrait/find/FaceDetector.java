package caixiang.station.portrait.find;

import java.util.List;

/** Looks for faces and eyes. One thread at a time. */
@FunctionalInterface
public interface FaceDetector {
    /** All faces that more than one method agrees on, the largest first. */
    List<Face> faces(GreyPicture picture);

    /** A face and what may be its eyes, each by one or several of the detectors. */
    record Face(Box box, List<Box> eyes) {
        public Face {
            eyes = List.copyOf(eyes);
        }
    }
}
