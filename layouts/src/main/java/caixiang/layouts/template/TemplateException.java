package caixiang.layouts.template;

/** A template or photo-size file that cannot be used; the message names the file, the field and what to change. */
public final class TemplateException extends Exception {

    TemplateException(String message) {
        super(message);
    }

    TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
