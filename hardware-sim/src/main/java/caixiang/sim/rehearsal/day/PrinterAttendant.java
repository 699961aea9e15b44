package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.link.StudioControl;
import caixiang.sim.rehearsal.plan.Mishap;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Upsets the simulated printer, and puts it right a moment later. Any thread asks; one does it. */
final class PrinterAttendant implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PrinterAttendant.class);
    private static final Duration TROUBLE = Duration.ofMillis(1_500);
    private static final int WAITING_MAX = 16;

    private final DaySetting day;
    private final StudioControl studio;
    private final ThreadPoolExecutor hand;

    PrinterAttendant(DaySetting day, StudioControl studio) {
        this.day = day;
        this.studio = studio;
        // More trouble than one attendant can put right is dropped.
        this.hand = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                work -> {
                    Thread thread = new Thread(work, "printer-attendant");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Returns at once. */
    void upset(Mishap mishap) {
        hand.execute(() -> {
            try {
                upsetAndPutRight(mishap);
            } catch (RehearsalException e) {
                log.warn("{}", e.getMessage());
                day.log().problem("the simulated printer was not put right: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void upsetAndPutRight(Mishap mishap) throws RehearsalException, InterruptedException {
        switch (mishap) {
            case MEDIA_EMPTY -> condition("media-empty-error");
            case COVER_OPENED -> condition("cover-open-error");
            case JOBS_REFUSED -> forAWhile(Map.of("accepting", false), Map.of("accepting", true));
            case PRINTER_VANISHED -> forAWhile(Map.of("reachable", false), Map.of("reachable", true));
            case ANSWER_LOST -> studio.printer(Map.of("loseAnswer", "Send-Document"));
            default -> throw new IllegalArgumentException(mishap + " does not befall a printer");
        }
        day.log().befell(new MishapRecord(mishap, "", OptionalLong.of(TROUBLE.toMillis())));
    }

    private void condition(String keyword) throws RehearsalException, InterruptedException {
        forAWhile(Map.of("condition", keyword, "present", true), Map.of("condition", keyword, "present", false));
    }

    private void forAWhile(Map<String, ?> wrong, Map<String, ?> right) throws RehearsalException, InterruptedException {
        studio.printer(wrong);
        day.patience().pause(TROUBLE);
        studio.printer(right);
    }

    /** Puts right what is still wrong. */
    @Override
    public void close() {
        hand.shutdown();
        try {
            hand.awaitTermination(TROUBLE.toMillis() * (WAITING_MAX + 1), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
