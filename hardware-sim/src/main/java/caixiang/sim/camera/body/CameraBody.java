package caixiang.sim.camera.body;

import caixiang.sim.ptp.DeviceInfo;
import caixiang.sim.ptp.PropertyCode;
import caixiang.sim.scene.ExposureData;
import caixiang.sim.scene.Scene;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A camera's parts, put together. The parts are safe for use by several threads; this only holds them. */
public final class CameraBody implements AutoCloseable {
    private static final long CARD_BYTES = 64L << 30;

    private final Clock clock;
    private final ExposureLog exposures;
    private final EventQueue events = new EventQueue();
    private final PropertyTable properties = new PropertyTable();
    private final List<Runnable> sessionEnds = new ArrayList<>();
    private final Card card;
    private final Storage storage;
    private final Shutter shutter;

    /** What differs from body to body. */
    public record Make(DeviceInfo.Identity identity, Duration exposureTime, int firstFileNumber) {}

    public CameraBody(Make make, Scene scene, Clock clock) throws IOException {
        this.clock = clock;
        exposures = new ExposureLog();
        card = new Card(CARD_BYTES, make.firstFileNumber, LocalDateTime.now(clock));
        storage = new Storage(card, exposures, events, clock);
        shutter = new Shutter(
                storage, scene, at -> exposureData(make.identity, at), new Shutter.Timing(make.exposureTime, clock));
    }

    public Clock clock() {
        return clock;
    }

    public Card card() {
        return card;
    }

    public Storage storage() {
        return storage;
    }

    public Shutter shutter() {
        return shutter;
    }

    public EventQueue events() {
        return events;
    }

    public PropertyTable properties() {
        return properties;
    }

    public ExposureLog exposures() {
        return exposures;
    }

    /** Adds what has to be undone when a session ends; only while the camera is put together. */
    public void onSessionEnd(Runnable action) {
        sessionEnds.add(action);
    }

    /** A session begins: events are kept from now on. */
    public void beginSession() {
        events.open();
    }

    /** A session ends, or its connection broke: buffer, modes and events go with it. */
    public void endSession() {
        events.close();
        storage.clearBuffer();
        sessionEnds.forEach(Runnable::run);
    }

    @Override
    public void close() {
        shutter.close();
        exposures.close();
    }

    private ExposureData exposureData(DeviceInfo.Identity identity, Instant at) {
        return new ExposureData(
                LocalDateTime.ofInstant(at, clock.getZone()),
                new ExposureData.Body(identity.manufacturer(), identity.model(), identity.serialNumber()),
                new ExposureData.Settings(
                        (int) properties.number(PropertyCode.F_NUMBER, 800),
                        properties.number(PropertyCode.EXPOSURE_TIME, 80),
                        (int) properties.number(PropertyCode.EXPOSURE_INDEX, 100)));
    }
}
