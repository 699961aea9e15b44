package caixiang.station.camera.agent;

import caixiang.station.camera.CameraFault;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's end of the socket. A reader thread takes orders in; the camera's thread takes them from here and sends. When
 * the station is gone the process has no purpose and ends, even if a native call never returns.
 */
final class StationLink {
    private static final Logger log = LoggerFactory.getLogger(StationLink.class);
    private static final int ORDERS_MAX = 8;

    /** What a running transfer and the disconnection get, once the station is gone. */
    private static final long FAREWELL_MILLIS = 3_000;

    private final SocketChannel channel;
    private final BlockingQueue<StationMessage> orders = new ArrayBlockingQueue<>(ORDERS_MAX);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isLost;

    private StationLink(SocketChannel channel) {
        this.channel = channel;
    }

    static StationLink connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        StationLink link = new StationLink(channel);
        Thread reader = new Thread(link::read, "station-link");
        reader.setDaemon(true);
        reader.start();
        return link;
    }

    /** The next order, waiting at most so long; empty if none came. */
    Optional<StationMessage> order(long waitMillis) throws InterruptedException {
        return Optional.ofNullable(orders.poll(waitMillis, TimeUnit.MILLISECONDS));
    }

    /** True once the station closed its end. */
    boolean isLost() {
        return isLost;
    }

    /** Blocks while the station does not read; its supervisor ends an agent that stays silent. */
    synchronized void send(AgentMessage message) {
        ByteBuffer bytes = MessageCodec.encode(message);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            if (!isLost) {
                log.info("the station is gone: {}", e.toString());
            }
            isLost = true;
        }
    }

    /** To be called when the camera is disconnected; then nobody needs to end the process by force. */
    void end() {
        ended.countDown();
    }

    private void read() {
        MessageCodec<StationMessage> codec = new MessageCodec<>(StationMessage.class);
        try {
            while (codec.fill(channel::read) >= 0) {
                while (codec.hasNext()) {
                    take(codec.next());
                }
            }
        } catch (IOException e) {
            log.warn("the station cannot be understood: {}", e.toString());
        }
        isLost = true;
        try {
            if (!ended.await(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                log.warn("a native call does not return; ending by force");
                Runtime.getRuntime().halt(AgentMain.FORCED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(StationMessage order) {
        if (orders.offer(order)) {
            return;
        }
        String message = "more than " + ORDERS_MAX + " orders are waiting";
        if (order instanceof StationMessage.Trigger trigger) {
            send(new AgentMessage.Refused(trigger.shotId(), CameraFault.BUSY, message));
        } else if (order instanceof StationMessage.Fetch fetch) {
            send(new AgentMessage.FetchFailed(fetch.object(), CameraFault.BUSY, message));
        } else if (order instanceof StationMessage.Delete delete) {
            send(new AgentMessage.DeleteFailed(delete.object(), CameraFault.BUSY, message));
        } else {
            log.warn("dropped {}: {}", order, message);
        }
    }
}
