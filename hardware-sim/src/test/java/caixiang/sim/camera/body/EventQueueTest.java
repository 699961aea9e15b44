package caixiang.sim.camera.body;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.sim.ptp.EventCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {
    @Test
    void eventsOutsideASessionAreNotKeptForTheNext() {
        EventQueue events = new EventQueue();
        events.announce(EventCode.OBJECT_ADDED, 1);
        events.open();
        assertEquals(List.of(), events.drain(10));
        events.announce(EventCode.OBJECT_ADDED, 2);
        events.close();
        events.open();
        assertEquals(List.of(), events.drain(10));
    }

    @Test
    void whenNobodyFetchesTheOldestEventIsLost() {
        EventQueue events = new EventQueue();
        events.open();
        for (int i = 0; i <= EventQueue.EVENTS_MAX; i++) {
            events.announce(EventCode.OBJECT_ADDED, i);
        }
        List<CameraEvent> all = events.drain(Integer.MAX_VALUE);
        assertEquals(EventQueue.EVENTS_MAX, all.size());
        assertEquals(1, all.get(0).parameter());
    }
}
