package caixiang.station.camera;

import java.util.List;

/** What a camera tells. Called on the camera's thread, in the order of events; an implementation hands over and returns. */
public interface CameraListener {

    void statusChanged(CameraStatus status);

    /**
     * Told before {@link #cardListed} when that listing is not the whole card.
     *
     * @param entries files and folders that could not be read
     */
    default void cardUnread(CameraIdentity camera, int entries) {}

    /** After each good connection, before {@link CameraStatus.State#READY}: every picture file on the card. */
    void cardListed(CameraIdentity camera, List<CardObject> objects);

    /**
     * A frame has arrived. The same object may also be in a listing, when it was shot while the card was read, and may
     * arrive twice; its hash tells.
     */
    void frameSpooled(SpooledFrame frame);

    /**
     * The order was taken, but the camera has since said that there will be no picture, or none came in time. After
     * {@link CameraFault#TIMED_OUT} its frame may still arrive, and then names the shot. Not called when the agent is lost:
     * what the camera did then shows in the next listing.
     */
    void shotFailed(String shotId, CameraFault fault);

    /** An object was announced but could not be brought in; it is still on the card. */
    void transferFailed(CardObject object, CameraFault fault);
}
