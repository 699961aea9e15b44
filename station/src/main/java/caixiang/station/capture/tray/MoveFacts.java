package caixiang.station.capture.tray;

import caixiang.station.archive.Frame;
import caixiang.station.sitting.SittingStatus;
import caixiang.station.store.CalledNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a plan is made from.
 *
 * @param run the numbers in the order they were called
 * @param asked frames that were asked for by their id
 * @param frames all frames of the numbers in question
 * @param owed numbers that a camera owes a frame
 */
record MoveFacts(List<CalledNumber> run, List<Frame> asked, List<Frame> frames, Set<Integer> owed) {
    static final Comparator<Frame> IN_ORDER_TAKEN = Comparator.<Frame, Instant>comparing(
                    frame -> frame.times().pressed().orElse(frame.times().announced()))
            .thenComparing(Frame::frameId);

    int positionOf(int number) throws MoveException {
        for (int i = 0; i < run.size(); i++) {
            if (run.get(i).number() == number) {
                return i;
            }
        }
        throw new MoveException(MoveRefusal.UNKNOWN_NUMBER, "Nobody has checked in under number " + number + ".");
    }

    List<Frame> framesOf(int number) {
        return frames.stream()
                .filter(frame -> frame.number().equals(OptionalInt.of(number)))
                .sorted(IN_ORDER_TAKEN)
                .toList();
    }

    boolean isCurrent(int number) {
        return run.stream().anyMatch(one -> one.number() == number && one.status() == SittingStatus.CURRENT);
    }
}
