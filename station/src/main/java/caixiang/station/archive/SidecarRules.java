package caixiang.station.archive;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a sidecar may say. It may be anybody's file: its names must not lead anywhere but to the files beside it. Pure. */
final class SidecarRules {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FRAME_ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern OPERATION_ID = FRAME_ID;
    private static final Set<String> KINDS = new TreeSet<>(Set.of("move", "shift", "undo"));

    private SidecarRules() {}

    /**
     * The frame as it is.
     *
     * @throws IllegalArgumentException naming the first thing that cannot be
     */
    static Frame checked(Frame frame) {
        require(FRAME_ID.matcher(frame.frameId()).matches(), "frameId is no id of a frame");
        require(isBeside(frame, frame.file()), "file is not the name of this frame's file in its session");
        require(SHA_256.matcher(frame.sha256()).matches(), "sha256 is not 64 hex digits");
        require(frame.bytes() >= 0, "bytes is negative");
        require(frame.number().orElse(1) > 0, "number is not above 0");
        frame.companion().ifPresent(companion -> {
            require(isBeside(frame, companion.file()), "companion.file is not beside the frame");
            require(SHA_256.matcher(companion.sha256()).matches(), "companion.sha256 is not 64 hex digits");
            require(companion.bytes() >= 0, "companion.bytes is negative");
        });
        frame.moves().stream().flatMap(move -> move.part().stream()).forEach(SidecarRules::check);
        return frame;
    }

    private static void check(Move.Part part) {
        require(OPERATION_ID.matcher(part.operationId()).matches(), "moves.operation is no id of an operation");
        require(KINDS.contains(part.kind()), "moves.kind is none of " + KINDS);
    }

    private static boolean isBeside(Frame frame, String file) {
        return ArchivePaths.isOriginal(file)
                && file.startsWith(frame.sessionId() + "/")
                && file.contains("/" + frame.frameId() + ".");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
