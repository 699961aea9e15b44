package caixiang.sim.printer;

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
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An IPP Everywhere printer on the loopback address (RFC 8010, RFC 8011, PWG 5100.14). It keeps each document byte for
 * byte in the output folder, lets every sheet take its time, and writes what came out into {@code paper.jsonl}. All
 * methods may be called from any thread.
 */
public final class SimulatedPrinter implements AutoCloseable {
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
    private final PaperLedger paper;
    private final JobQueue queue;
    private final IppHandler ipp;
    private final URI uri;

    private SimulatedPrinter(PrinterOptions options, PaperLedger paper, Clock clock) throws IOException {
        this.paper = paper;
        DocumentFolder folder = new DocumentFolder(options.outputFolder(), DocumentFolder.DOCUMENT_BYTES_MAX);
        this.queue = new JobQueue(paper, options.sheetTime(), folder.highestJobId(), clock);
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        HttpServer first = HttpServer.create(new InetSocketAddress(loopback, options.port()), 0);
        this.server = Optional.of(first);
        this.address = first.getAddress();
        this.uri = URI.create("ipp://127.0.0.1:" + address.getPort() + RequestRules.PATH);
        this.ipp = new IppHandler(new PrinterOperations(options, uri, queue, folder, clock));
        this.httpThreads = httpThreads();
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
        PaperLedger paper = new PaperLedger(options.outputFolder());
        try {
            SimulatedPrinter printer = new SimulatedPrinter(options, paper, Clock.systemUTC());
            printer.queue.start();
            printer.server.ifPresent(HttpServer::start);
            return printer;
        } catch (IOException e) {
            paper.close();
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

    @Override
    public void close() throws IOException {
        vanish();
        httpThreads.shutdownNow();
        queue.close();
        paper.close();
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
