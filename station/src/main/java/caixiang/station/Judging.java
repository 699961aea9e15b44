package caixiang.station;

import caixiang.layouts.picture.CropRectangle;
import caixiang.station.config.PortraitSettings;
import caixiang.station.portrait.Examiner;
import caixiang.station.portrait.find.FaceDetector;
import caixiang.station.portrait.find.HeadFinder;
import caixiang.station.portrait.opencv.CascadeFaces;
import caixiang.station.portrait.rules.RulePack;
import caixiang.station.portrait.rules.RulePackException;
import caixiang.station.portrait.rules.RulePacks;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what frames are judged with. A machine without OpenCV still takes pictures, and says that it cannot judge. */
final class Judging {
    private static final Logger log = LoggerFactory.getLogger(Judging.class);
    private static final String PACK = "registry-2017";
    private static final String CLOTH = "blue";

    private Judging() {}

    static Examiner open(PortraitSettings settings) {
        var fixed = new CropRectangle(settings.left(), settings.top(), settings.width(), settings.height());
        return new Examiner(new HeadFinder(detector()), shipped(), CLOTH, fixed);
    }

    private static Optional<FaceDetector> detector() {
        try {
            return Optional.of(CascadeFaces.load());
        } catch (IOException e) {
            log.error("no face can be found on this machine: {}", e.getMessage(), e);
            return Optional.empty();
        }
    }

    private static RulePack shipped() {
        try {
            return RulePacks.load(PACK);
        } catch (RulePackException e) {
            throw new AssertionError("the shipped rule pack cannot be read", e);
        }
    }
}
