package caixiang.station.portrait.rules;

/** A rule pack that cannot be used; the message says which and why. */
public final class RulePackException extends Exception {
    public RulePackException(String message) {
        super(message);
    }

    public RulePackException(String message, Throwable cause) {
        super(message, cause);
    }
}
