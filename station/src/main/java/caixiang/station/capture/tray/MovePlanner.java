package caixiang.station.capture.tray;

import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.archive.Reassignment;
import caixiang.station.capture.tray.MovePlan.Change;
import caixiang.station.capture.tray.MovePlan.Planned;
import caixiang.station.store.CalledNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Works out which frame goes where, and what is to be looked at before. Pure: the same facts give the same plan. */
final class MovePlanner {
    private final MoveFacts facts;

    MovePlanner(MoveFacts facts) {
        this.facts = facts;
    }

    MovePlan plan(MoveRequest request) throws MoveException {
        List<Planned> moves;
        String kind;
        if (request instanceof MoveRequest.Frames frames) {
            moves = ofFrames(frames);
            kind = "move";
        } else if (request instanceof MoveRequest.Named) {
            moves = ofNamed();
            kind = "move";
        } else if (request instanceof MoveRequest.Shift shift) {
            moves = ofShift(shift);
            kind = "shift";
        } else {
            throw new AssertionError(request);
        }
        if (moves.isEmpty()) {
            throw new MoveException(MoveRefusal.NOTHING_TO_MOVE, "No frame would change its number.");
        }
        if (moves.size() > Reassignment.STEPS_MAX) {
            throw new MoveException(
                    MoveRefusal.TOO_MANY_FRAMES,
                    moves.size() + " frames would move; at most " + Reassignment.STEPS_MAX + " can at once.");
        }
        List<Change> numbers = changes(moves);
        List<MoveWarning> warnings = warnings(numbers);
        return new MovePlan(kind, moves, numbers, warnings, List.of(), token(kind, moves, numbers, warnings));
    }

    private List<Planned> ofFrames(MoveRequest.Frames request) throws MoveException {
        if (request.to().isPresent()) {
            int unused = facts.positionOf(request.to().getAsInt());
        }
        FrameReason reason = request.to().isPresent() ? FrameReason.MOVED : FrameReason.SET_ASIDE;
        return facts.asked().stream()
                .filter(frame -> !frame.number().equals(request.to()) || isInTrayAndSetAside(frame, reason))
                .sorted(MoveFacts.IN_ORDER_TAKEN)
                .map(frame -> new Planned(frame, request.to(), reason))
                .toList();
    }

    private List<Planned> ofNamed() {
        Set<Integer> known = new TreeSet<>();
        facts.run().forEach(one -> known.add(one.number()));
        return facts.asked().stream()
                .sorted(MoveFacts.IN_ORDER_TAKEN)
                .map(frame -> new Planned(frame, Proposals.named(frame), FrameReason.MOVED))
                .filter(planned ->
                        planned.to().isPresent() && known.contains(planned.to().getAsInt()))
                .toList();
    }

    private static boolean isInTrayAndSetAside(Frame frame, FrameReason reason) {
        return reason == FrameReason.SET_ASIDE && frame.reason() != FrameReason.SET_ASIDE;
    }

    private List<Planned> ofShift(MoveRequest.Shift shift) throws MoveException {
        int first = facts.positionOf(shift.from());
        int last = facts.positionOf(shift.to());
        if (first > last) {
            throw new MoveException(
                    MoveRefusal.NOTHING_TO_MOVE,
                    "Number " + shift.to() + " was called before number " + shift.from() + ".");
        }
        List<Planned> moves = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            List<Frame> leaving = leaving(shift, facts.run().get(i).number());
            if (!leaving.isEmpty()) {
                OptionalInt to = OptionalInt.of(neighbour(i, shift.by()));
                leaving.forEach(frame -> moves.add(new Planned(frame, to, FrameReason.MOVED)));
            }
        }
        return moves;
    }

    private List<Frame> leaving(MoveRequest.Shift shift, int number) throws MoveException {
        List<Frame> all = facts.framesOf(number);
        int begin = 0;
        if (number == shift.from() && shift.firstFrame().isPresent()) {
            List<String> ids = all.stream().map(Frame::frameId).toList();
            begin = ids.indexOf(shift.firstFrame().get());
            if (begin < 0) {
                throw new MoveException(
                        MoveRefusal.NOT_FOUND,
                        "The frame that the run begins with is not one of number " + number + ".");
            }
        }
        return all.subList(begin, all.size()).stream()
                .filter(frame -> frame.station().equals(shift.station()))
                .filter(frame -> shift.camera().isEmpty()
                        || shift.camera().get().equals(frame.camera().serial()))
                .toList();
    }

    private int neighbour(int position, int by) throws MoveException {
        int at = position + by;
        if (at < 0 || at >= facts.run().size()) {
            int number = facts.run().get(position).number();
            throw new MoveException(
                    MoveRefusal.UNKNOWN_NUMBER,
                    "Nobody was called " + (by > 0 ? "after" : "before") + " number " + number
                            + ", so its frames have nowhere to go; check the person in first or choose a shorter run.");
        }
        return facts.run().get(at).number();
    }

    private List<Change> changes(List<Planned> moves) {
        Set<Integer> touched = new TreeSet<>();
        for (Planned move : moves) {
            move.frame().number().ifPresent(touched::add);
            move.to().ifPresent(touched::add);
        }
        return facts.run().stream()
                .map(CalledNumber::number)
                .filter(touched::contains)
                .map(number -> change(number, moves))
                .toList();
    }

    private Change change(int number, List<Planned> moves) {
        OptionalInt of = OptionalInt.of(number);
        int leaving =
                (int) moves.stream().filter(m -> m.frame().number().equals(of)).count();
        int arriving = (int) moves.stream().filter(m -> m.to().equals(of)).count();
        return new Change(number, facts.framesOf(number).size(), leaving, arriving);
    }

    private List<MoveWarning> warnings(List<Change> numbers) {
        List<MoveWarning> warnings = new ArrayList<>();
        for (Change change : numbers) {
            if (change.before() > 0 && change.after() == 0) {
                warnings.add(new MoveWarning(MoveWarning.Kind.BECOMES_EMPTY, change.number()));
            }
            if (change.arriving() > 0 && change.before() > change.leaving()) {
                warnings.add(new MoveWarning(MoveWarning.Kind.GETS_TWO, change.number()));
            }
            if (facts.isCurrent(change.number())) {
                warnings.add(new MoveWarning(MoveWarning.Kind.IS_CURRENT, change.number()));
            }
            if (facts.owed().contains(change.number())) {
                warnings.add(new MoveWarning(MoveWarning.Kind.FRAME_OWED, change.number()));
            }
        }
        return warnings;
    }

    /** Also over who has the numbers: somebody may correct that between preview and order. */
    private String token(String kind, List<Planned> moves, List<Change> numbers, List<MoveWarning> warnings) {
        StringBuilder text = new StringBuilder(kind).append('\n');
        for (Planned move : moves) {
            text.append(String.join(
                            " ",
                            move.frame().frameId(),
                            move.frame().file(),
                            String.valueOf(move.frame().moves().size()),
                            move.to().toString(),
                            move.reason().code()))
                    .append('\n');
        }
        for (Change change : numbers) {
            String person = facts.run().stream()
                    .filter(one -> one.number() == change.number())
                    .map(CalledNumber::personId)
                    .findFirst()
                    .orElse("");
            text.append(change).append(person).append('\n');
        }
        text.append(warnings);
        return sha256(text.toString());
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
