package caixiang.station.camera.agent;

import caixiang.station.camera.CardObject;
import java.time.Instant;
import java.util.Optional;

/** A picture on the card that the camera told of and that is still to be brought in. */
record AnnouncedObject(CardObject object, Optional<String> shotId, Instant announced) {}
