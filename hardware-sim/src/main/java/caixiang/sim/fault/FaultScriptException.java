package caixiang.sim.fault;

/** A fault script cannot be read; the message says where and what is allowed. */
public final class FaultScriptException extends Exception {
    FaultScriptException(String message) {
        super(message);
    }
}
