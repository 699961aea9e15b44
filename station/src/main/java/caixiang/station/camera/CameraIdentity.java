package caixiang.station.camera;

/**
 * One camera body.
 *
 * @param serial the body's own serial number; what the station knows it by
 * @param model as the body calls itself
 * @param port the libgphoto2 port it was found at, for example {@code usb:001,004}; may change on replug
 */
public record CameraIdentity(String serial, String model, String port) {}
