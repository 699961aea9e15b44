package caixiang.station.camera.gphoto2;

/** What {@code gp_camera_wait_for_event} brought. */
public sealed interface CameraEvent {

    /** A new file on the card. */
    record FileAdded(String folder, String name) implements CameraEvent {}

    /** Anything that needs no action, in libgphoto2's words. */
    record Other(String text) implements CameraEvent {
        /** Whether a card was put in: what is known of the files is about the one before. */
        public boolean isCardChanged() {
            return text.startsWith("PTP StoreAdded");
        }
    }

    /** Nothing happened. */
    record Quiet() implements CameraEvent {}
}
