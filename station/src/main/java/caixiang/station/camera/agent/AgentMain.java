package caixiang.station.camera.agent;

import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraPort;
import caixiang.station.camera.Spool;
import caixiang.station.camera.gphoto2.GphotoLibrary;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent process: one camera, one connection, one thread that owns it. Started by the station with the path of its
 * socket; ends when the station does, when the camera is lost, or when it has worked long enough, and is then started
 * again. Standard input is not used: libgphoto2 closes file descriptor 0 on {@code ptpip:} ports.
 */
public final class AgentMain {
    /** Exit status after {@link AgentMessage.Leaving}. */
    static final int LEFT = 0;

    /** Exit status when the station could not be reached or understood. */
    static final int NO_STATION = 3;

    /** Exit status when a native call had to be abandoned. */
    static final int FORCED = 4;

    private static final Logger log = LoggerFactory.getLogger(AgentMain.class);
    private static final long BEGIN_WAIT_MILLIS = 10_000;

    private static final long DISCONNECT_SILENT_MILLIS = 10_000;

    private final StationLink link;
    private final Clock clock;

    private AgentMain(StationLink link, Clock clock) {
        this.link = link;
        this.clock = clock;
    }

    public static void main(String[] args) throws InterruptedException {
        if (args.length != 1) {
            log.error("usage: AgentMain SOCKET (started by the station)");
            System.exit(NO_STATION);
        }
        if (args[0].equals(AgentProbe.ARGUMENT)) {
            AgentProbe.lines().forEach(System.out::println);
            System.exit(LEFT);
        }
        int status = NO_STATION;
        try {
            StationLink link = StationLink.connect(Path.of(args[0]));
            new AgentMain(link, Clock.systemUTC()).work();
            link.end();
            status = LEFT;
        } catch (IOException e) {
            log.error("no station at {}: {}", args[0], e.toString());
        }
        System.exit(status);
    }

    private void work() throws InterruptedException {
        try {
            serve();
        } catch (CameraException e) {
            log.warn("ending: {}", e.getMessage());
            link.send(new AgentMessage.Leaving(false, e.fault(), e.detail()));
        } catch (IOException e) {
            log.warn("ending: {}", e.toString());
            link.send(new AgentMessage.Leaving(false, CameraFault.SPOOL_FAILED, e.toString()));
        }
    }

    private void serve() throws CameraException, IOException, InterruptedException {
        GphotoLibrary library = GphotoLibrary.load();
        link.send(new AgentMessage.Hello(
                AgentMessage.VERSION, ProcessHandle.current().pid(), library.version()));
        Optional<StationMessage> answer = link.order(BEGIN_WAIT_MILLIS);
        if (!(answer.orElse(null) instanceof StationMessage.Begin begin)) {
            throw new IOException("the station did not say what to do, but " + answer);
        }
        Thread.currentThread().setName("camera-" + begin.port());
        Spool spool = new Spool(Path.of(begin.spool()));
        try (FileChannel lock = FileChannel.open(
                spool.folder().resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Blocks while the agent before this one still ends; the station's deadline for our next word bounds it.
            lock.lock();
            spool.removeUnfinished();
            configure(library, begin.limits());
            tether(library, begin, spool);
        }
    }

    /** Both are remembered across processes by libgphoto2 and mean something else when unset, so both are always set. */
    private static void configure(GphotoLibrary library, AgentLimits limits) throws CameraException {
        library.configure("ptp2", "capturetarget", "card");
        library.configure("ptp2", "autofocus", limits.autofocus() ? "on" : "off");
    }

    private void tether(GphotoLibrary library, StationMessage.Begin begin, Spool spool)
            throws CameraException, IOException, InterruptedException {
        CameraSearch search = new CameraSearch(library, CameraPort.parse(begin.port()), link);
        Optional<FoundCamera> found = search.find();
        if (found.isEmpty()) {
            link.send(new AgentMessage.Leaving(true, CameraFault.NOT_FOUND, "search ended"));
            return;
        }
        FoundCamera camera = found.get();
        link.send(new AgentMessage.Connected(camera.identity()));
        long begun = System.nanoTime();
        CardListing listing = new CardListing(camera.camera().files(), link);
        int listed = listing.send();
        log.info("listed {} pictures in {} ms", listed, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        FrameReceiver receiver = new FrameReceiver(camera, spool, new FrameIds(clock), link, clock);
        Transfers transfers = new Transfers(camera.camera().files(), receiver, link, clock);
        new CameraLoop(camera.camera(), transfers, link, begin.limits(), clock).run(listing.unread());
        // Not after a failure: on a dead link it would only wait for time-outs, and the process ends anyway.
        link.send(new AgentMessage.Alive("disconnecting", DISCONNECT_SILENT_MILLIS));
        camera.camera().close();
    }
}
