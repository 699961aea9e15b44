package caixiang.sim.printer;

import caixiang.sim.printer.mischief.Mischief;
import caixiang.sim.printer.mischief.Misdeed;
import caixiang.sim.printer.mischief.MisdeedRule;
import caixiang.sim.printer.raster.Mechanics;
import com.hp.jipp.model.Operation;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An IPP Everywhere printer on the loopback address (RFC 8010, RFC 8011, PWG 5100.14). It keeps each document byte for
 * byte in the output folder, lets every sheet take its time, and writes what came out into {@code paper.jsonl}. All
 * methods may be called from any thread.
 */
public final class SimulatedPrinter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedPrinter.class);
    private static final int HTTP_THREADS = 8;
    private static final int WAITING_REQUESTS_MAX = 64;
    private static final long IDLE_SECONDS = 10;

    static {
        // Without it the JDK's server answers only after the client's delayed acknowledgement, 40 ms later.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final InetSocketAddress address;
    private Optional<HttpServer> server;
    private final ThreadPoolExecutor httpThreads;
    private final ScheduledExecutorService outages;
    private final Tray tray;
    private final Mischief mischief = new Mischief();
    private final JobQueue queue;
    private final IppHandler ipp;
    private final URI uri;

    private SimulatedPrinter(PrinterOptions options, Tray tray, Clock clock) throws IOException {
        this.tray = tray;
        DocumentFolder folder = new DocumentFolder(options.outputFolder(), DocumentFolder.DOCUMENT_BYTES_MAX);
        this.queue = new JobQueue(tray, options.model(), mischief, folder.highestJobId(), clock);
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        HttpServer first = HttpServer.create(new InetSocketAddress(loopback, options.port()), 0);
        this.server = Optional.of(first);
        this.address = first.getAddress();
        this.uri = URI.create("ipp://127.0.0.1:" + address.getPort() + RequestRules.PATH);
        this.ipp = new IppHandler(new PrinterOperations(options, uri, queue, folder, clock));
        this.httpThreads = httpThreads();
        this.outages = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "printer-outages");
            thread.setDaemon(true);
            return thread;
        });
        serve(first);
    }

    private void serve(HttpServer http) {
        http.setExecutor(httpThreads);
        http.createContext(RequestRules.PATH, ipp);
        http.createContext("/", new WebPage(queue));
    }

    /** Throws an IOException when the port is taken or the output folder cannot be written. */
    public static SimulatedPrinter start(PrinterOptions options) throws IOException {
        Files.createDirectories(options.outputFolder());
        Tray tray = new Tray(
                new PaperLedger(options.outputFolder()), options.model().dpi());
        try {
            SimulatedPrinter printer = new SimulatedPrinter(options, tray, Clock.systemUTC());
            printer.queue.start(printer.new Trouble());
            printer.server.ifPresent(HttpServer::start);
            return printer;
        } catch (IOException e) {
            tray.close();
            throw e;
        }
    }

    /** {@code ipp://127.0.0.1:PORT/ipp/print}. */
    public URI uri() {
        return uri;
    }

    /**
     * Sets or clears a printer-state-reasons keyword, for example {@code media-empty-error}. An {@code -error} or
     * {@code paused} stops the printer, with a sheet half out if one is under way, until it is cleared.
     */
    public void condition(String reason, boolean present) {
        if (!reason.matches("[a-z][a-z0-9.-]{0,127}")) {
            throw new IllegalArgumentException("not a keyword: " + reason);
        }
        queue.condition(reason, present);
    }

    /** While refusing, new jobs are answered with server-error-not-accepting-jobs; those queued go on. */
    public void refuseJobs(boolean refuse) {
        queue.accept(!refuse);
    }

    /**
     * The next request of this operation is carried out but never answered: the connection is cut.
     *
     * @param operation as in RFC 8011, for example {@code Send-Document}
     */
    public void loseNextAnswer(String operation) {
        Operation known = Operation.all.values().stream()
                .filter(each -> each.getName().equalsIgnoreCase(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no IPP operation is called " + operation));
        ipp.loseNextAnswer(known);
    }

    /** Vanishes from the network, as when its cable is pulled; what it has received it goes on printing. */
    public synchronized void vanish() {
        server.ifPresent(http -> http.stop(0));
        server = Optional.empty();
    }

    /** Is back at the same address; throws an IOException when its port was taken meanwhile. */
    public synchronized void reappear() throws IOException {
        if (server.isEmpty()) {
            HttpServer again = HttpServer.create(address, 0);
            serve(again);
            again.start();
            server = Optional.of(again);
        }
    }

    /** Every job since the printer was switched on, oldest first. */
    public List<PrintedJob> jobs() {
        return queue.all().stream().map(PrintedJob::of).toList();
    }

    /** Plays a script of misdeeds from its beginning instead of the one before; an empty one ends all mischief. */
    public void play(List<MisdeedRule> script) {
        mischief.play(script);
    }

    /** The next job that is printed goes wrong like this. */
    public void befallNext(Misdeed misdeed) {
        mischief.befallNext(misdeed);
    }

    /** Puts in rolls with that many sheets left. Throws an IllegalArgumentException when the machine takes no such rolls. */
    public void load(int mediaSheets, int ribbonSheets) {
        queue.load(mediaSheets, ribbonSheets);
    }

    /** From now on everything lies like this on the paper. */
    public void adjust(Mechanics mechanics) {
        tray.adjust(mechanics);
    }

    public PrinterReading reading() {
        JobQueue.PrinterStatus status = queue.status();
        Supplies.Levels levels = queue.levels();
        boolean reachable;
        synchronized (this) {
            reachable = server.isPresent();
        }
        return new PrinterReading(
                status.state().getName(),
                status.conditions(),
                reachable,
                status.queuedJobs(),
                PrinterReading.of(levels));
    }

    /** The paper that came out, oldest first. */
    public List<PaperSheet> tray() {
        return tray.sheets();
    }

    /** A sheet of the tray as PNG, at the print head's resolution; empty when there is no such sheet. */
    public Optional<byte[]> paper(int number) throws IOException {
        return tray.png(number);
    }

    /** What the engine brings upon the printer, on a thread that holds no lock. */
    private final class Trouble implements Engine.Outages {
        @Override
        public void vanish(long millis) {
            outages.execute(SimulatedPrinter.this::vanish);
            var unused = outages.schedule(
                    () -> {
                        try {
                            reappear();
                        } catch (IOException e) {
                            LOG.error("the printer cannot come back", e);
                        }
                    },
                    millis,
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void clear(String reason, long afterMillis) {
            var unused = outages.schedule(() -> queue.condition(reason, false), afterMillis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        outages.shutdownNow();
        vanish();
        httpThreads.shutdownNow();
        queue.close();
        tray.close();
    }

    private static ThreadPoolExecutor httpThreads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                HTTP_THREADS,
                HTTP_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_REQUESTS_MAX),
                work -> {
                    Thread thread = new Thread(work, "printer-http-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
