package caixiang.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StopOrderTest {
    private final List<String> stopped = Collections.synchronizedList(new ArrayList<>());
    private final StopOrder order = new StopOrder();

    @Test
    void roomsStopInReverseAndOnlyOnce() {
        order.add("store", Duration.ofSeconds(5), () -> stopped.add("store"));
        order.add("web", Duration.ofSeconds(5), () -> stopped.add("web"));
        order.stopAll();
        order.stopAll();
        assertEquals(List.of("web", "store"), stopped);
    }

    /** The store closes its file even when the camera hangs or the web server throws. */
    @Test
    void aRoomThatHangsOrFailsDoesNotKeepTheNextFromStopping() {
        var never = new CountDownLatch(1);
        order.add("store", Duration.ofSeconds(5), () -> stopped.add("store"));
        order.add("camera", Duration.ofMillis(50), never::await);
        order.add("web", Duration.ofSeconds(5), () -> {
            throw new IllegalStateException("broken");
        });
        order.stopAll();
        assertEquals(List.of("store"), stopped);
    }
}
