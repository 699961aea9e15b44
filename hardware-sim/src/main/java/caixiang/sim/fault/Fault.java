package caixiang.sim.fault;

/**
 * One misbehaviour.
 *
 * @param amount a response code, milliseconds or bytes, as {@link Kind} says; 0 where it takes none
 */
public record Fault(Kind kind, long amount) {
    /** What goes wrong. */
    public enum Kind {
        /** Answers the response code {@code amount} and does not perform the operation. */
        RESPOND("respond", Amount.HEX_CODE),
        /** Performs and answers the operation {@code amount} milliseconds late. */
        DELAY("delay", Amount.MILLISECONDS),
        /** Performs the operation and never answers it. */
        SILENT("silent", Amount.NONE),
        /** Resets the connection after {@code amount} bytes of the data phase. */
        RESET_AFTER("reset-after", Amount.BYTES),
        /** Stops answering for good after {@code amount} bytes of the data phase; the connection stays open. */
        STALL_AFTER("stall-after", Amount.BYTES),
        /** The card is full: no exposure. */
        CARD_FULL("card-full", Amount.NONE),
        /** The lens finds no focus: no exposure. */
        AF_FAIL("af-fail", Amount.NONE),
        /** A new file is never announced. */
        LOSE_EVENT("lose-event", Amount.NONE),
        /** A new file is announced twice. */
        DOUBLE_EVENT("double-event", Amount.NONE),
        /** Battery out: all connections drop, new ones are refused for {@code amount} milliseconds. */
        POWER_OFF("power-off", Amount.MILLISECONDS);

        private final String word;
        private final Amount amount;

        Kind(String word, Amount amount) {
            this.word = word;
            this.amount = amount;
        }

        /** The word in a fault script. */
        public String word() {
            return word;
        }

        Amount amount() {
            return amount;
        }

        /** Whether it befalls the announcement of a new file and nothing else. */
        boolean isOfEvents() {
            return this == LOSE_EVENT || this == DOUBLE_EVENT;
        }
    }

    /** How the number behind the colon of a script's word is read, and its largest value. */
    enum Amount {
        NONE(10, 0),
        HEX_CODE(16, 0xFFFF),
        MILLISECONDS(10, 600_000),
        BYTES(10, Integer.MAX_VALUE);

        private final int radix;
        private final long most;

        Amount(int radix, long most) {
            this.radix = radix;
            this.most = most;
        }

        int radix() {
            return radix;
        }

        long most() {
            return most;
        }
    }
}
