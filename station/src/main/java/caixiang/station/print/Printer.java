package caixiang.station.print;

import java.time.Instant;

/**
 * One printer as the station sees it. Methods wait for the device, each with a limit, and are called on the printer's
 * own thread only.
 */
public interface Printer {

    /** For screens and thread names. */
    String name();

    PrinterReport report() throws PrinterException;

    /**
     * Has one sheet printed at true size, once. Nothing is repeated: when the answer is lost the exception says
     * {@link PrinterFault#ANSWER_LOST}, and the job may be on the printer all the same.
     *
     * @param created told the job's id as soon as the printer has given one
     * @return the job's id; the printer has the whole document
     */
    int submit(PrintOrder order, JobCreated created) throws PrinterException;

    /** Fails with {@link PrinterFault#JOB_UNKNOWN} when the printer has no such job, or no longer. */
    JobReport job(int jobId) throws PrinterException;

    /** Looks for jobs by name, waiting and finished. */
    JobSearch find(String jobName, Instant sentAt) throws PrinterException;

    /** Ends a job; one that is over already stays as it is. */
    void cancel(int jobId) throws PrinterException;

    /** Told that the printer has a place for the job and that the document follows. */
    @FunctionalInterface
    interface JobCreated {
        /** What it throws ends the submission; the printer then has a job without a document. */
        void jobCreated(int jobId) throws PrinterException;
    }
}
