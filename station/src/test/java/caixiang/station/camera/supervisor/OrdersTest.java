package caixiang.station.camera.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every order ends, whatever happens to it. */
@Timeout(20)
class OrdersTest {
    private final Orders orders = new Orders(Duration.ofHours(1));

    @Test
    void answeredOrderSucceedsOnce() {
        Order order = submit(Order.trigger("shot-1"));
        assertEquals(Optional.of(order), orders.give());
        orders.answered("shot-1").orElseThrow().succeed();
        TetherRig.succeeds(order.outcome());
        assertEquals(Optional.empty(), orders.answered("shot-1"));
    }

    @Test
    void triggerGoesBeforeFetchesAndFetchesGoOneByOne() {
        Order first = submit(Order.fetch(object(1)));
        Order second = submit(Order.fetch(object(2)));
        Order trigger = submit(Order.trigger("shot-1"));
        assertEquals(Optional.of(trigger), orders.give());
        assertEquals(Optional.of(first), orders.give());
        assertEquals(Optional.empty(), orders.give());
        orders.answered(object(1));
        assertEquals(Optional.of(second), orders.give());
    }

    @Test
    void orderWithoutAnswerTimesOut() {
        Orders hasty = new Orders(Duration.ZERO);
        Order order = Order.trigger("shot-1");
        hasty.submit(order);
        assertTrue(hasty.give().isPresent());
        long begun = System.nanoTime();
        while (System.nanoTime() == begun) {
            Thread.onSpinWait();
        }
        hasty.expire();
        TetherRig.failsWith(CameraFault.TIMED_OUT, order.outcome());
        assertEquals(Optional.empty(), hasty.answered("shot-1"));
    }

    @Test
    void deadlineCountsFromTheGivingNotFromTheAsking() {
        Orders hasty = new Orders(Duration.ZERO);
        Order order = Order.fetch(object(1));
        hasty.submit(order);
        hasty.expire();
        assertFalse(order.result().isDone());
    }

    @Test
    void ninthWaitingTriggerIsRefusedAsBusy() {
        List<Order> taken = IntStream.range(0, 8)
                .mapToObj(i -> submit(Order.trigger("shot-" + i)))
                .toList();
        Order ninth = submit(Order.trigger("shot-9"));
        TetherRig.failsWith(CameraFault.BUSY, ninth.outcome());
        assertTrue(taken.stream().noneMatch(order -> order.result().isDone()));
    }

    @Test
    void lossOfTheAgentEndsWhatItWasGivenAndNothingElse() {
        Order given = submit(Order.trigger("shot-1"));
        assertTrue(orders.give().isPresent());
        Order waiting = submit(Order.trigger("shot-2"));
        orders.endGiven(CameraFault.AGENT_LOST, "died");
        TetherRig.failsWith(CameraFault.AGENT_LOST, given.outcome());
        assertFalse(waiting.result().isDone());
        orders.refuseWaiting(CameraFault.DISCONNECTED, "no camera");
        TetherRig.failsWith(CameraFault.DISCONNECTED, waiting.outcome());
    }

    @Test
    void orderAfterClosingEndsAsDisconnected() {
        orders.close();
        TetherRig.failsWith(
                CameraFault.DISCONNECTED, submit(Order.trigger("shot-1")).outcome());
    }

    private Order submit(Order order) {
        orders.submit(order);
        return order;
    }

    private static CardObject object(int number) {
        return new CardObject("/DCIM", "DSC_000" + number + ".JPG", 1, Instant.EPOCH);
    }
}
