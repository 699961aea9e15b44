package caixiang.station.portrait;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.CropRectangle;
import caixiang.layouts.picture.JpegBytes;
import caixiang.layouts.picture.PictureException;
import caixiang.layouts.picture.ReducedPicture;
import caixiang.layouts.picture.ReducedPictures;
import caixiang.station.portrait.find.Head;
import caixiang.station.portrait.find.HeadFinder;
import caixiang.station.portrait.find.Sighting;
import caixiang.station.portrait.rules.Measures;
import caixiang.station.portrait.rules.RulePack;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at a frame once: where the head is, what to cut, and what the rules say of it. One thread at a time. */
public final class Examiner {
    /** The face is then about 300 pixels wide, which is more than the product needs. */
    private static final int LONG_EDGE = 1400;

    private final HeadFinder finder;
    private final RulePack pack;
    private final List<Integer> cloth;
    private final CropRectangle fixed;

    /**
     * Examines by a pack.
     *
     * @param cloth one of the pack's background colours
     * @param fixed what is cut when the head is not found
     */
    public Examiner(HeadFinder finder, RulePack pack, String cloth, CropRectangle fixed) {
        this.finder = finder;
        this.pack = pack;
        this.fixed = fixed;
        this.cloth = Optional.ofNullable(pack.background().get(cloth))
                .orElseThrow(() -> new IllegalArgumentException("pack " + pack.name() + " knows no cloth \"" + cloth
                        + "\", only " + pack.background().keySet()));
    }

    public RulePack pack() {
        return pack;
    }

    /**
     * Looks, measures and judges.
     *
     * @throws PictureException if the frame cannot be decoded
     */
    public Examination examine(JpegBytes frame) throws PictureException {
        ReducedPicture reduced = ReducedPictures.reduce(frame, LONG_EDGE);
        Sighting sighting = finder.find(reduced.picture());
        PixelSize product = pack.product().size();
        double scale = reduced.divisor();
        Optional<Head> head = sighting.head().map(found -> found.times(scale));
        CropRectangle crop =
                head.map(found -> pack.placing().around(found, reduced.frame())).orElse(fixed);
        Map<String, Double> measures = Measures.of(reduced, sighting, crop, product, cloth);
        return new Examination(
                reduced.frame(),
                head,
                sighting.faces().stream().map(face -> face.times(scale)).toList(),
                sighting.missing(),
                new Examination.Judged(crop, pack.judge(measures)));
    }
}
