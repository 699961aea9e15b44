package caixiang.station.doctor;

/**
 * One thing the doctor looked at, in both languages, with what to do when it is not well.
 *
 * @param subject a word that names what was looked at, the same for every outcome
 */
record Finding(Severity severity, String subject, String chinese, String english) {
    enum Severity {
        /** As it should be. */
        WELL("✓"),
        /** The day can be worked, but read this first. */
        WARNING("!"),
        /** The station would not work. */
        FAULT("✗");

        private final String mark;

        Severity(String mark) {
            this.mark = mark;
        }

        String mark() {
            return mark;
        }
    }

    static Finding well(String subject, String chinese, String english) {
        return new Finding(Severity.WELL, subject, chinese, english);
    }

    static Finding warning(String subject, String chinese, String english) {
        return new Finding(Severity.WARNING, subject, chinese, english);
    }

    static Finding fault(String subject, String chinese, String english) {
        return new Finding(Severity.FAULT, subject, chinese, english);
    }

    String text() {
        return "%s %-10s %s%n             %s%n".formatted(severity.mark(), subject, chinese, english);
    }
}
