package caixiang.sim;

import caixiang.sim.camera.CameraOptions;
import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.camera.body.ImageQuality;
import caixiang.sim.camera.body.Negatives;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** What a photographer does to the body's card and quality by hand. */
final class CardRoutes {
    private static final String QUALITY_USAGE =
            "expected {\"quality\": \"jpeg\" or \"raw\" or \"raw+jpeg\", \"first\": \"jpeg\" or \"raw\"}; first may be left"
                    + " out";
    private static final String CARD_USAGE =
            "expected {\"card\": \"B\", \"oldFiles\": 100}; a card is 1 to 8 letters and"
                    + " digits, the first one is A; oldFiles, up to " + CameraOptions.OLD_FILES_MAX
                    + ", may be left out and counts for a new card only";

    private final CameraBody body;

    CardRoutes(CameraBody body) {
        this.body = body;
    }

    ControlReply quality(JsonNode request) throws UsageException {
        Optional<ImageQuality> quality =
                ImageQuality.ofWord(request.path("quality").asText());
        String first = request.path("first").asText("jpeg");
        if (quality.isEmpty() || !(first.equals("jpeg") || first.equals("raw"))) {
            throw new UsageException(QUALITY_USAGE);
        }
        if (!body.setQuality(quality.get())) {
            return ControlReply.error(409, "this body writes JPEG only; start it with --personality nikon");
        }
        body.setNegatives(new Negatives(body.negatives().bytes(), first.equals("raw")));
        return ControlReply.done();
    }

    ControlReply swap(JsonNode request) throws UsageException, IOException {
        String card = request.path("card").asText();
        int oldFiles = request.path("oldFiles").asInt(0);
        if (!card.matches("[A-Za-z0-9]{1,8}") || oldFiles < 0 || oldFiles > CameraOptions.OLD_FILES_MAX) {
            throw new UsageException(CARD_USAGE);
        }
        if (!body.swapCard(card, oldFiles)) {
            return ControlReply.error(409, "this body has seen as many cards as it can tell apart; start it again");
        }
        return ControlReply.done();
    }
}
