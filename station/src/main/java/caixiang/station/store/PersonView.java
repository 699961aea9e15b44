package caixiang.station.store;

/** A person as the screens may show them. {@code maskedIdNumber} is empty when no number is known. */
public record PersonView(
        String studentNumber,
        String name,
        String maskedName,
        String maskedIdNumber,
        String college,
        String className) {}
