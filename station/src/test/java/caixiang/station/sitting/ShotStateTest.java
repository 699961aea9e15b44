package caixiang.station.sitting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShotStateTest {
    /** Surefire runs in the module's folder. */
    private static final Path DOCUMENT = Path.of("../docs/shot-life.md");

    /**
     * Spelled out, every pair of a state and an event, so that a change of the machine is a change here. The columns:
     * requested, fired, late, lost, failed, refused, filed.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ORDER_TAKEN     | FIRED     | -      | -      | -     | -      | -       | -
            ORDER_REFUSED   | REFUSED   | -      | FAILED | -     | -      | -       | -
            NO_PICTURE      | FAILED    | FAILED | FAILED | -     | -      | -       | -
            DEADLINE_PASSED | LATE      | LATE   | -      | -     | -      | -       | -
            CAMERA_UNCLEAR  | LATE      | LATE   | -      | -     | -      | -       | -
            STATION_ENDED   | LATE      | LATE   | -      | -     | -      | -       | -
            FRAME_WAITS     | LATE      | LATE   | -      | -     | -      | -       | -
            FRAME_FILED     | FILED     | FILED  | FILED  | FILED | FILED  | -       | -
            CARD_COMPARED   | -         | -      | LOST   | -     | -      | -       | -
            CARD_NEVER_SEEN | -         | -      | LOST   | -     | -      | -       | -
            """)
    void everyEventInEveryState(
            ShotEvent event,
            String requested,
            String fired,
            String late,
            String lost,
            String failed,
            String refused,
            String filed) {
        List<String> expected = List.of(requested, fired, late, lost, failed, refused, filed);
        List<String> found = Arrays.stream(ShotState.values())
                .map(state -> state.after(event).map(Enum::name).orElse("-"))
                .toList();
        assertEquals(expected, found);
    }

    @Test
    void everyEventChangesSomething() {
        for (ShotEvent event : ShotEvent.values()) {
            boolean changes = Arrays.stream(ShotState.values())
                    .anyMatch(state -> state.after(event).isPresent());
            assertTrue(changes, event + " changes nothing");
        }
    }

    /** Each state is walked to from the press on, so that no arrow of the picture begins where no shot can be. */
    @Test
    void everyTransitionCanBeWalkedFromThePressOn() {
        Map<ShotState, List<ShotEvent>> paths = new LinkedHashMap<>();
        paths.put(ShotState.REQUESTED, List.of());
        List<ShotState> open = new ArrayList<>(List.of(ShotState.REQUESTED));
        while (!open.isEmpty()) {
            ShotState from = open.remove(0);
            for (ShotEvent event : ShotEvent.values()) {
                Optional<ShotState> to = from.after(event);
                if (to.isPresent() && !paths.containsKey(to.get())) {
                    List<ShotEvent> path = new ArrayList<>(paths.get(from));
                    path.add(event);
                    paths.put(to.get(), path);
                    open.add(to.get());
                }
            }
        }
        assertEquals(EnumSet.allOf(ShotState.class), paths.keySet());
        paths.forEach((state, path) -> {
            ShotState walked = ShotState.REQUESTED;
            for (ShotEvent step : path) {
                walked = walked.after(step).orElseThrow();
            }
            assertEquals(state, walked);
        });
    }

    /** Nothing leads from where a picture may exist to where none is looked for, except the picture itself. */
    @Test
    void onlyARefusedAndAFiledShotAreClosedForAFrame() {
        Set<ShotState> closed = EnumSet.noneOf(ShotState.class);
        for (ShotState state : ShotState.values()) {
            if (!state.mayBeFiled()) {
                closed.add(state);
            }
        }
        assertEquals(EnumSet.of(ShotState.REFUSED, ShotState.FILED), closed);
        for (ShotEvent event : ShotEvent.values()) {
            assertEquals(Optional.empty(), ShotState.FILED.after(event), "filed is filed");
            assertEquals(Optional.empty(), ShotState.REFUSED.after(event), "nothing was exposed");
        }
    }

    @Test
    void nothingLeadsBackToWaiting() {
        for (ShotState from : ShotState.values()) {
            for (ShotEvent event : ShotEvent.values()) {
                from.after(event).ifPresent(to -> {
                    assertTrue(to != ShotState.REQUESTED, from + " " + event);
                    assertFalse(from.isOutcome() && !to.isOutcome(), from + " " + event + " would wait again");
                });
            }
        }
    }

    @Test
    void thePictureOfTheDocumentIsTheMachine() throws IOException {
        String document = Files.readString(DOCUMENT);
        String drawn = "```mermaid\n" + diagram() + "```\n";
        assertTrue(document.contains(drawn), "docs/shot-life.md must hold:\n" + drawn);
        for (ShotEvent event : ShotEvent.values()) {
            assertTrue(document.contains("| `" + event.code() + "` |"), event + " is not explained");
        }
        for (ShotState state : ShotState.values()) {
            assertTrue(document.contains("| `" + state.code() + "` |"), state + " is not explained");
        }
    }

    @Test
    void codesReadBack() {
        for (ShotEvent event : ShotEvent.values()) {
            assertEquals(event, ShotEvent.ofCode(event.code()));
        }
        for (ShotState state : ShotState.values()) {
            assertEquals(state, ShotState.ofCode(state.code()));
        }
    }

    private static String diagram() {
        StringBuilder lines = new StringBuilder("stateDiagram-v2\n    [*] --> requested: press, intent on the disk\n");
        for (ShotState from : ShotState.values()) {
            for (ShotState to : ShotState.values()) {
                String events = Arrays.stream(ShotEvent.values())
                        .filter(event -> from.after(event).filter(to::equals).isPresent())
                        .map(ShotEvent::code)
                        .collect(Collectors.joining(", "));
                if (!events.isEmpty()) {
                    lines.append("    %s --> %s: %s%n".formatted(from.code(), to.code(), events));
                }
            }
        }
        return lines.toString();
    }
}
