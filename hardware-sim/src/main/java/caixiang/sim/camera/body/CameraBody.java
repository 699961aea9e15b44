package caixiang.sim.camera.body;

import caixiang.sim.ptp.DeviceInfo;
import caixiang.sim.ptp.PropertyCode;
import caixiang.sim.ptp.ResponseCode;
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
    private final Clock clock;
    private final ExposureLog exposures;
    private final EventQueue events = new EventQueue();
    private final PropertyTable properties = new PropertyTable();
    private final List<Runnable> sessionEnds = new ArrayList<>();
    private final CardSlot slot;
    private final Storage storage;
    private final Shutter shutter;

    /** What differs from body to body. */
    public record Make(DeviceInfo.Identity identity, Duration exposureTime, Contents contents) {}

    /** What lies on its card at first, and how it writes RAW files. */
    public record Contents(int firstFileNumber, int oldFiles, Negatives negatives) {}

    public CameraBody(Make make, Scene scene, Clock clock) throws IOException {
        this.clock = clock;
        exposures = new ExposureLog();
        slot = new CardSlot(exposures, make.contents.firstFileNumber, LocalDateTime.now(clock));
        slot.fill(slot.card(), make.contents.oldFiles, LocalDateTime.now(clock));
        Storage.Media media = new Storage.Media(slot, exposures, make.contents.negatives);
        storage = new Storage(media, events, this::quality, clock);
        shutter = new Shutter(
                storage, scene, at -> exposureData(make.identity, at), new Shutter.Timing(make.exposureTime, clock));
    }

    public Clock clock() {
        return clock;
    }

    /** The card that is in now. */
    public Card card() {
        return slot.card();
    }

    /** Which files an exposure becomes. */
    public ImageQuality quality() {
        return ImageQuality.ofSetting(properties.number(PropertyCode.COMPRESSION_SETTING, ImageQuality.JPEG.setting()));
    }

    /** Sets the quality as the photographer would, on the body. False when this body writes JPEG only. */
    public boolean setQuality(ImageQuality quality) {
        byte[] value = {(byte) quality.setting()};
        return properties.set(PropertyCode.COMPRESSION_SETTING.wire(), value) == ResponseCode.OK;
    }

    public Negatives negatives() {
        return storage.negatives();
    }

    /** How RAW files are written from now on. */
    public void setNegatives(Negatives negatives) {
        storage.setNegatives(negatives);
    }

    /**
     * Takes the card out and puts the one of this name in; the first was called {@code A}.
     *
     * @param oldFiles how many files of another day lie on it, when the name is new
     * @return false when the body has seen too many cards
     */
    public boolean swapCard(String name, int oldFiles) throws IOException {
        return storage.swap(name, oldFiles);
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
