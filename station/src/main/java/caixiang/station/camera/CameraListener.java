package caixiang.station.camera;

import java.util.List;

/** What a camera tells. Called on the camera's thread, in the order of events; an implementation hands over and returns. */
public interface CameraListener {

    void statusChanged(CameraStatus status);

    /** After each good connection, before {@link CameraStatus.State#READY}: every picture file on the card. */
    void cardListed(CameraIdentity camera, List<CardObject> objects);

    void frameSpooled(SpooledFrame frame);

    /** The order was taken but the camera has since said that there will be no picture. */
    void shotFailed(String shotId, CameraFault fault);

    /** An object was announced but could not be brought in; it is still on the card. */
    void transferFailed(CardObject object, CameraFault fault);
}
