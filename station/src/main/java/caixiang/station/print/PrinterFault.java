package caixiang.station.print;

import java.util.Locale;

/** What can go wrong with a printer, in the operator's terms. */
public enum PrinterFault {
    /** Nobody answers at the printer's address; surely nothing was sent. */
    UNREACHABLE(true),
    /** It shows a certificate that nobody vouches for; surely nothing was sent. */
    CERTIFICATE_UNTRUSTED(true),
    /** It has too much to do or a passing trouble. */
    BUSY(true),
    /** It has been told to take no jobs. */
    NOT_ACCEPTING_JOBS(true),
    /** The answer did not come; the order may have been carried out. */
    ANSWER_LOST(true),
    /** What it answers is no IPP. */
    GARBLED(true),
    /** It asks for a password. */
    UNAUTHORIZED(false),
    /** It does not have paper of this size, or only with margins that cut into the pictures. */
    MEDIA_UNSUPPORTED(false),
    /** It cannot be told to leave the size alone, so the pictures would come out wrong. */
    SCALING_UNSUPPORTED(false),
    /** It does not print PDF. */
    FORMAT_UNSUPPORTED(false),
    /** It does not know the job, or no longer. */
    JOB_UNKNOWN(false),
    REFUSED(false);

    private final boolean passing;

    PrinterFault(boolean passing) {
        this.passing = passing;
    }

    /** Whether the same sheet may go through later without anything being changed about it. */
    public boolean isPassing() {
        return passing;
    }

    /** Whether what was asked may have been done although the answer says otherwise, or nothing. */
    public boolean isUncertain() {
        return this == ANSWER_LOST || this == GARBLED;
    }

    /** As in a sheet's reasons, for example {@code media-unsupported}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
