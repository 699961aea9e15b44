package caixiang.station.capture;

import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.StoppableArchive;
import caixiang.station.store.Waiting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A station to be killed. {@code CrashMain FOLDER POINT} presses once for number 1 and stands still at the point, saying
 * {@code AT POINT}; {@code CrashMain FOLDER on-and-on} presses for one number after the other and says
 * {@code FILED frameId number} after each acknowledgement.
 */
final class CrashMain {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private CrashMain() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String point = arguments[1];
        Clock clock = Clock.systemUTC();
        FakeCamera camera = new FakeCamera(folder, clock);
        FrameArchive archive = archive(folder, step -> standIf(step, point));
        Studio studio = new Studio(folder, archive, camera, clock, DEADLINE);
        studio.start();
        if (point.equals("on-and-on")) {
            pressOnAndOn(studio);
            return;
        }
        studio.call(1);
        camera.on(shotId -> {
            standIf("intent", point);
            var object = camera.expose();
            standIf("trigger", point);
            var frame = camera.spool(object, Optional.of(shotId));
            standIf("spool", point);
            camera.listener().frameSpooled(frame);
            return CompletableFuture.completedFuture(null);
        });
        studio.onAnnounced = frame -> standIf("commit", point);
        say("ACKNOWLEDGED " + studio.pressAndWait());
    }

    static FrameArchive archive(Path folder, Consumer<String> afterStep) {
        return StoppableArchive.in(folder.resolve("archive"), folder.resolve("second"), afterStep);
    }

    private static void pressOnAndOn(Studio studio) throws Exception {
        for (int number = 1; number <= 12; number++) {
            studio.call(number);
            for (int i = 0; i < 20; i++) {
                CaptureOutcome outcome = Waiting.forResult(studio.press("press-" + number + "-" + i));
                if (outcome instanceof CaptureOutcome.Filed filed) {
                    say("FILED " + filed.frame().frameId() + " " + filed.number());
                }
            }
        }
    }

    private static void standIf(String here, String point) {
        if (here.equals(point)) {
            say("AT " + point);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts here", e);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
