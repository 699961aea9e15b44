package caixiang.station.camera.gphoto2;

/**
 * One storage of the camera.
 *
 * @param freeBytes as far as the camera says, otherwise -1
 * @param freePictures as far as the camera says, otherwise -1
 */
public record CardSpace(long freeBytes, long freePictures) {
    public boolean isFull() {
        return freeBytes == 0 || freePictures == 0;
    }
}
