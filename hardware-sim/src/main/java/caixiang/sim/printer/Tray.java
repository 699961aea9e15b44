package caixiang.sim.printer;

import caixiang.sim.printer.raster.Mechanics;
import caixiang.sim.printer.raster.PaperFormat;
import caixiang.sim.printer.raster.PaperRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The paper that came out. Sheets are drawn when somebody looks at them, as they came out: with the mechanics of that
 * moment. The engine puts sheets in, any thread looks.
 */
final class Tray implements AutoCloseable {
    /** Older sheets stay in {@code paper.jsonl} and can no longer be looked at. */
    private static final int SHEETS_MAX = 2_000;

    private final PaperLedger ledger;
    private final int dpi;
    private final Deque<Lying> sheets = new ArrayDeque<>();
    private Mechanics mechanics = Mechanics.IDEAL;
    private int last;

    Tray(PaperLedger ledger, int dpi) {
        this.ledger = ledger;
        this.dpi = dpi;
    }

    private record Lying(PaperSheet sheet, List<Path> documents, PaperFormat paper, Mechanics mechanics) {}

    synchronized void adjust(Mechanics adjusted) {
        mechanics = adjusted;
    }

    /** The last piece of paper of a job has come out: the job is noted, durably. */
    void noteJob(Job job, Instant at) throws IOException {
        ledger.append(job, at);
    }

    /** All these jobs are on one sheet; they have documents. */
    synchronized void add(List<Job> jobs, Instant at) {
        JobTicket.PageSetup page = jobs.get(jobs.size() - 1).ticket().page();
        PaperSheet sheet = new PaperSheet(
                ++last, jobs.stream().map(job -> job.ticket().name()).toList(), page.width(), page.height(), at);
        List<Path> documents =
                jobs.stream().map(job -> job.document().orElseThrow().file()).toList();
        JobTicket.Margins margins = page.margins();
        boolean borderless = margins.equals(new JobTicket.Margins(0, 0, 0, 0));
        sheets.add(new Lying(
                sheet,
                documents,
                new PaperFormat(page.width(), page.height(), page.printScaling(), borderless),
                mechanics));
        if (sheets.size() > SHEETS_MAX) {
            sheets.remove();
        }
    }

    synchronized List<PaperSheet> sheets() {
        return sheets.stream().map(Lying::sheet).toList();
    }

    /** As PNG at the print head's resolution; empty when there is no such sheet. */
    Optional<byte[]> png(int number) throws IOException {
        Optional<Lying> found = find(number);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Lying lying = found.get();
        PaperRaster raster = new PaperRaster(dpi, lying.mechanics());
        return Optional.of(raster.png(raster.draw(lying.documents(), lying.paper())));
    }

    private synchronized Optional<Lying> find(int number) {
        return sheets.stream().filter(each -> each.sheet().number() == number).findFirst();
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
