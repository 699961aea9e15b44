package caixiang.layouts.picture;

/** A picture file that cannot be used; the message names the file and says what is wrong with it. */
public final class PictureException extends Exception {

    public PictureException(String message) {
        super(message);
    }

    public PictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
