package caixiang.station.portrait.rules;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.CropRectangle;
import caixiang.layouts.picture.ReducedPicture;
import caixiang.station.portrait.find.Head;
import caixiang.station.portrait.find.Sighting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes every measure that rules may ask for; what cannot be measured is left out. Lengths are the product's pixels. */
public final class Measures {
    private Measures() {}

    /**
     * Measures one portrait.
     *
     * @param cloth red, green and blue that the background should have
     */
    public static Map<String, Double> of(
            ReducedPicture frame, Sighting sighting, CropRectangle crop, PixelSize product, List<Integer> cloth) {
        Map<String, Double> values = new HashMap<>();
        values.put("faces", (double) sighting.faces().size());
        if (sighting.head().isPresent() && sighting.silhouette().isPresent()) {
            Head head = sighting.head().get();
            var view =
                    new View(frame, crop, product, head, sighting.silhouette().get());
            geometry(view, values);
            values.put("room-above", head.crown() / frame.picture().size().height() * product.height());
            Background.measure(view, cloth, values);
            Skin.measure(view, values);
            Eyes.measure(view, values);
            Clothes.measure(view, cloth, values);
        }
        return values;
    }

    private static void geometry(View view, Map<String, Double> values) {
        Head head = view.head();
        values.put("head-top", head.crown());
        values.put("eye-line", head.eyesMiddle().y());
        values.put("face-width", head.faceWidth());
        values.put("centring", head.eyesMiddle().x() - (view.size().width() - 1) / 2.0);
        values.put("roll", head.roll());
    }
}
