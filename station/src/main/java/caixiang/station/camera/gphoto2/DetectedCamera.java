package caixiang.station.camera.gphoto2;

/**
 * A camera that libgphoto2 can open.
 *
 * @param driver the model in libgphoto2's list, which selects the driver and its quirks
 * @param port for example {@code usb:001,004}
 */
public record DetectedCamera(String driver, String port) {}
