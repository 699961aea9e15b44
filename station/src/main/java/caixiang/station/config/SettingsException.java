package caixiang.station.config;

/** A setting is wrong, and the station does not start with it. The message is one line for the operator. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
