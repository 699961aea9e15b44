package caixiang.station.camera.supervisor;

import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CameraListener;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.SpooledFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps what the camera told, in order, and lets a test wait for it. */
final class HeardListener implements CameraListener {
    private final List<Heard> all = new ArrayList<>();

    /** One call of the listener. */
    sealed interface Heard {}

    record Status(CameraStatus status) implements Heard {}

    record Listed(CameraIdentity camera, List<CardObject> objects) implements Heard {}

    record Frame(SpooledFrame frame) implements Heard {}

    record ShotFailed(String shotId, CameraFault fault) implements Heard {}

    record TransferFailed(CardObject object, CameraFault fault) implements Heard {}

    @Override
    public void statusChanged(CameraStatus status) {
        add(new Status(status));
    }

    @Override
    public void cardListed(CameraIdentity camera, List<CardObject> objects) {
        add(new Listed(camera, objects));
    }

    @Override
    public void frameSpooled(SpooledFrame frame) {
        add(new Frame(frame));
    }

    @Override
    public void shotFailed(String shotId, CameraFault fault) {
        add(new ShotFailed(shotId, fault));
    }

    @Override
    public void transferFailed(CardObject object, CameraFault fault) {
        add(new TransferFailed(object, fault));
    }

    private synchronized void add(Heard heard) {
        all.add(heard);
        notifyAll();
    }

    synchronized int count() {
        return all.size();
    }

    synchronized List<Heard> heard() {
        return List.copyOf(all);
    }

    synchronized List<SpooledFrame> frames() {
        return all.stream()
                .filter(Frame.class::isInstance)
                .map(heard -> ((Frame) heard).frame())
                .toList();
    }

    /** Waits for the first fact of a kind that was told after {@code from} others. */
    <T extends Heard> T await(Class<T> kind, Predicate<T> which, int from, Duration deadline) {
        long due = System.nanoTime() + deadline.toNanos();
        synchronized (this) {
            while (true) {
                for (Heard heard : all.subList(from, all.size())) {
                    if (kind.isInstance(heard) && which.test(kind.cast(heard))) {
                        return kind.cast(heard);
                    }
                }
                long millis = (due - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    throw new AssertionError(
                            "no such " + kind.getSimpleName() + " in " + deadline + " after " + from + " of " + all);
                }
                try {
                    wait(millis);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
