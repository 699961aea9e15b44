package caixiang.sim.camera;

import caixiang.sim.camera.body.CameraBody;
import caixiang.sim.camera.body.Exposure;
import caixiang.sim.camera.body.Shutter;
import caixiang.sim.fault.Fault;
import caixiang.sim.fault.Faults;
import caixiang.sim.ptp.DeviceInfo;
import caixiang.sim.ptp.ResponseCode;
import caixiang.sim.ptpip.Guid;
import caixiang.sim.scene.Scene;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tethered camera on the loopback interface that any PTP/IP initiator can use. Safe for use by several threads.
 */
public final class SimulatedCamera implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SimulatedCamera.class);

    private final CameraBody body;
    private final Personality personality;
    private final Faults faults;
    private final Dispatcher dispatcher;
    private final TransferRate rate;
    private final Responder responder;
    private final OperationLog operations = new OperationLog();
    private final CountDownLatch closed = new CountDownLatch(1);

    private SimulatedCamera(CameraOptions options, Personality personality, Scene scene, Faults faults)
            throws IOException {
        Clock clock = Clock.system(ZoneId.systemDefault());
        DeviceInfo.Identity identity = personality.identity(options.serialNumber());
        this.personality = personality;
        this.faults = faults;
        this.rate = options.rate();
        this.body =
                new CameraBody(new CameraBody.Make(identity, options.exposureTime(), options.contents()), scene, clock);
        body.events().disturbBy(faults::onEvent);
        OperationTable table = new OperationTable();
        Session session = new Session(body);
        StandardOperations.addTo(table, personality, identity, body, session);
        personality.equip(body, table);
        this.dispatcher = new Dispatcher(table, session, operations, clock);
        // Real bodies keep their GUID; the serial number is what makes this one itself.
        Guid guid = new Guid(0x4341_4958_4941_4E47L, identity.serialNumber().hashCode());
        String name = identity.manufacturer() + " " + identity.model();
        this.responder = new Responder(guid, name, options.port(), new Connections());
    }

    /**
     * Starts a camera; it can be used when this returns.
     *
     * @throws IOException when the port cannot be had, or there is no temporary folder
     */
    public static SimulatedCamera start(CameraOptions options, Personality personality, Scene scene, Faults faults)
            throws IOException {
        SimulatedCamera camera = new SimulatedCamera(options, personality, scene, faults);
        try {
            camera.responder.open();
        } catch (IOException e) {
            camera.close();
            throw e;
        }
        return camera;
    }

    /** The port as libgphoto2 writes it; the event port has to be named, or it is taken to be 15740. */
    public URI uri() {
        return URI.create("ptpip:127.0.0.1:" + responder.port() + ":" + responder.port());
    }

    /** Presses the button on the body: OK when the exposure has begun, else why there will be none. */
    public ResponseCode pressShutter() {
        if (!isPowered()) {
            return ResponseCode.STORE_NOT_AVAILABLE;
        }
        Optional<Fault> fault = faults.onPress();
        if (fault.isPresent()) {
            switch (fault.get().kind()) {
                case AF_FAIL -> body.shutter().missFocusOnce();
                case CARD_FULL -> {
                    return ResponseCode.STORE_FULL;
                }
                case POWER_OFF -> {
                    powerOffFor(fault.get().amount());
                    return ResponseCode.STORE_NOT_AVAILABLE;
                }
                default -> {
                    return ResponseCode.DEVICE_BUSY;
                }
            }
        }
        return body.shutter().press(Shutter.Destination.CARD);
    }

    /** The body itself: its card, its settings. */
    public CameraBody body() {
        return body;
    }

    public List<Exposure> exposures() {
        return body.exposures().exposures();
    }

    public Optional<Exposure> exposure(long nonce) {
        return body.exposures().exposure(nonce);
    }

    public List<OperationLog.Entry> operations() {
        return operations.entries();
    }

    public boolean isPowered() {
        return responder.isOpen();
    }

    /** True while an initiator is connected. */
    public boolean hasInitiator() {
        return responder.hasInitiator();
    }

    /** Turns the camera on, on the same port; its card is as it was. */
    public void powerOn() throws IOException {
        responder.open();
    }

    /** Turns the camera off: all connections drop, and new ones are refused. */
    public void powerOff() {
        responder.close();
    }

    @Override
    public void close() {
        closed.countDown();
        responder.close();
        body.close();
    }

    private void powerOffFor(long millis) {
        powerOff();
        Thread thread = new Thread(() -> powerOnAfter(millis), "camera-power");
        thread.setDaemon(true);
        thread.start();
    }

    private void powerOnAfter(long millis) {
        try {
            if (!closed.await(millis, TimeUnit.MILLISECONDS)) {
                powerOn();
            }
        } catch (IOException e) {
            log.error("the camera stays off: its port is taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the responder serves on its connections. */
    private final class Connections implements Responder.Service {
        @Override
        public void serveCommands(InitiatorLink link) throws IOException, InterruptedException {
            try {
                new CommandLoop(
                                link,
                                body,
                                dispatcher,
                                new CommandLoop.Misbehaviour(faults, SimulatedCamera.this::powerOffFor, rate))
                        .serve();
            } finally {
                dispatcher.session().close();
            }
        }

        @Override
        public void serveEvents(Connection connection) throws IOException {
            new EventLoop(connection, body.events()).serve(personality.sendsEvents());
        }
    }
}
