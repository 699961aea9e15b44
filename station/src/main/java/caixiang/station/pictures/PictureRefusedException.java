package caixiang.station.pictures;

/** The file is no whole JPEG; nothing of it is kept. The message holds nothing of the file's name. */
public final class PictureRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public PictureRefusedException(String message) {
        super(message);
    }
}
