package caixiang.sim.ptp;

import java.util.List;

/** Which values a device property may take: the form field of ISO 15740:2013 §13.3.3. */
public sealed interface PropertyForm {
    boolean allows(PropertyValue value);

    /** Writes the form flag and the form. */
    void encode(PtpWriter writer, DataType type);

    /** Any value of the type. */
    record Anything() implements PropertyForm {
        @Override
        public boolean allows(PropertyValue value) {
            return true;
        }

        @Override
        public void encode(PtpWriter writer, DataType type) {
            writer.u8(0);
        }
    }

    /** From minimum to maximum, both included, in steps. */
    record Range(long minimum, long maximum, long step) implements PropertyForm {
        @Override
        public boolean allows(PropertyValue value) {
            long number = value.number();
            return number >= minimum && number <= maximum && (number - minimum) % step == 0;
        }

        @Override
        public void encode(PtpWriter writer, DataType type) {
            writer.u8(1);
            type.write(writer, PropertyValue.of(minimum));
            type.write(writer, PropertyValue.of(maximum));
            type.write(writer, PropertyValue.of(step));
        }
    }

    /** One of a list. */
    record Enumeration(List<PropertyValue> values) implements PropertyForm {
        public Enumeration {
            values = List.copyOf(values);
        }

        @Override
        public boolean allows(PropertyValue value) {
            return values.contains(value);
        }

        @Override
        public void encode(PtpWriter writer, DataType type) {
            writer.u8(2).u16(values.size());
            values.forEach(value -> type.write(writer, value));
        }
    }
}
