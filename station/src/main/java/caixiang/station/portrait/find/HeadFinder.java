package caixiang.station.portrait.find;

import caixiang.layouts.picture.Picture;
import caixiang.station.portrait.find.FaceDetector.Face;
import caixiang.station.portrait.find.Sighting.Missing;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts together what face, eyes and silhouette say. One thread at a time, like its detector. */
public final class HeadFinder {
    private static final double CROWN_REACH = 0.5;
    private static final double CROWN_WIDTH_MIN = 0.08;

    private final Optional<FaceDetector> detector;

    /**
     * Finds heads by these means.
     *
     * @param detector empty where there is none: then nothing is found, and it says so
     */
    public HeadFinder(Optional<FaceDetector> detector) {
        this.detector = detector;
    }

    public Sighting find(Picture picture) {
        if (detector.isEmpty()) {
            return nothing(Missing.DETECTOR);
        }
        GreyPicture grey = GreyPicture.of(picture);
        List<Face> faces = detector.get().faces(grey);
        if (faces.isEmpty()) {
            return nothing(Missing.FACE);
        }
        Box face = faces.get(0).box();
        Silhouette silhouette = Silhouette.of(picture, face);
        Optional<EyePair> eyes = EyePair.among(faces.get(0)).map(pair -> pair.refined(grey));
        Optional<Double> crown = silhouette.crown(
                eyes.map(pair -> pair.middle().x()).orElse(face.centre().x()),
                CROWN_REACH * face.width(),
                CROWN_WIDTH_MIN * face.width());
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (eyes.isEmpty()) {
            missing.add(Missing.EYES);
        }
        if (crown.filter(row -> row < face.centre().y()).isEmpty()) {
            missing.add(Missing.CROWN);
        }
        Optional<Head> head =
                missing.isEmpty() ? Optional.of(head(picture, eyes.get(), crown.get())) : Optional.empty();
        return new Sighting(faces.stream().map(Face::box).toList(), head, Optional.of(silhouette), missing);
    }

    private static Head head(Picture picture, EyePair eyes, double crown) {
        double width = Cheeks.width(picture, eyes.left(), eyes.right());
        return new Head(eyes.left(), eyes.right(), crown, width);
    }

    private static Sighting nothing(Missing what) {
        return new Sighting(List.of(), Optional.empty(), Optional.empty(), Set.of(what));
    }
}
