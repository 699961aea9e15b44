package caixiang.sim.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What goes wrong from now on. Safe for use by several threads: connections ask, the control port replaces. */
public final class Faults {
    private FaultScript script = new FaultScript(List.of(), 0);

    /** Plays the script from its beginning instead of the one before. */
    public synchronized void play(FaultScriptText text) {
        script = new FaultScript(text.rules(), text.seed());
    }

    public synchronized void clear() {
        script = new FaultScript(List.of(), 0);
    }

    /** The fault for an operation that has just arrived, if any. */
    public synchronized Optional<Fault> onOperation(int code) {
        return script.next(String.format(Locale.ROOT, "%04X", code));
    }

    /** The fault for the announcement of a new file, if any. */
    public synchronized Optional<Fault> onEvent() {
        return script.next(FaultRule.EVENT);
    }

    /** The fault for a press of the body's shutter button, if any. */
    public synchronized Optional<Fault> onPress() {
        return script.next(FaultRule.PRESS);
    }
}
