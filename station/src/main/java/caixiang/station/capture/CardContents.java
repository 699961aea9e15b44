package caixiang.station.capture;

import caixiang.station.camera.CardObject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A card as it was read.
 *
 * @param objects the pictures on it, in order, times in whole milliseconds as the database keeps them
 * @param unread files and folders that could not be read
 */
record CardContents(Set<CardObject> objects, int unread) {

    static CardContents of(Collection<CardObject> listed, int unread) {
        Set<CardObject> objects = new LinkedHashSet<>();
        listed.forEach(object -> objects.add(Filing.wholeMillis(object)));
        return new CardContents(objects, unread);
    }
}
