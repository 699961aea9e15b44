package caixiang.station.capture.tray;

import caixiang.station.archive.StoppableReassignment;
import caixiang.station.store.Waiting;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** A station to be killed: {@code MoveCrashMain FOLDER STEP} files two frames, shifts them and stands still after the step. */
final class MoveCrashMain {
    private MoveCrashMain() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int stop = Integer.parseInt(arguments[1]);
        try (FiledDay day = new FiledDay(folder)) {
            var first = day.file(OptionalInt.of(2));
            var second = day.file(OptionalInt.of(3));
            TrayRoom room = day.room(StoppableReassignment.in(day.archive, step -> {
                if (step == stop) {
                    say("AT " + first.frameId() + " " + second.frameId());
                    standStill();
                }
            }));
            var shift = new MoveRequest.Shift(2, 3, 1, Optional.empty(), "A", Optional.empty());
            String token = Waiting.forResult(room.preview(shift)).token();
            say("DONE " + Waiting.forResult(room.carryOut(new MoveCommand("request-1", "console", "x"), shift, token)));
        }
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
